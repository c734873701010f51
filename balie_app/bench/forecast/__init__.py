"""How true the told wait is, on the days of the generator, beside the formulas that other halls use."""

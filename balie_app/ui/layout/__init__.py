"""How the paper of a hall looks: choices at the left, the paper itself at the right."""

@echo off
rem Balie from a checkout on Windows: balie WORD ...  The same as ./balie does on Linux.
rem NOT RUN by its makers: they had no Windows machine. The lock does name the Windows wheels.
rem It changes one thing: the folder .venv beside this file.
setlocal
chcp 65001 >nul
set "HERE=%~dp0"
set "VENV=%HERE%.venv"
set "PYTHON=%VENV%\Scripts\python.exe"
set "BEGUN=%VENV%\balie-begun"
set "NEED=run"
if /i "%~1"=="test" set "NEED=test"
set "STAMP=%VENV%\balie-ready-%NEED%.lock"
set "LOCK=%HERE%requirements.lock"
if "%NEED%"=="test" set "LOCK=%HERE%requirements-test.lock"

rem the stamp is a copy of the lock that was installed
if exist "%BEGUN%" goto setup
if not exist "%PYTHON%" goto setup
if not exist "%STAMP%" goto setup
fc /b "%STAMP%" "%LOCK%" >nul 2>nul
if errorlevel 1 goto setup
goto start

:setup
echo Balie wordt ingericht. Dit gebeurt een keer en duurt een paar minuten. 1>&2
if exist "%BEGUN%" rmdir /s /q "%VENV%"
if exist "%PYTHON%" goto fill
set "PY="
for %%v in (3.13 3.12 3.11) do if not defined PY (py -%%v -c "import venv" >nul 2>nul && set "PY=py -%%v")
if not defined PY (
    echo Balie heeft Python 3.11, 3.12 of 3.13 nodig. Installeer die en start Balie opnieuw. 1>&2
    exit /b 1
)
%PY% -m venv "%VENV%"
if errorlevel 1 (
    echo De map .venv kon niet worden gemaakt. Is er genoeg vrije ruimte? 1>&2
    exit /b 1
)

:fill
type nul > "%BEGUN%"
set "LOCKS=-r "%HERE%requirements.lock""
if "%NEED%"=="test" set "LOCKS=%LOCKS% -r "%HERE%requirements-test.lock""
"%PYTHON%" -m pip install --quiet --no-input --disable-pip-version-check --only-binary :all: --require-hashes %LOCKS%
if errorlevel 1 (
    echo De onderdelen van Balie konden niet worden geinstalleerd. Controleer de internetverbinding en start Balie opnieuw. 1>&2
    exit /b 1
)
copy /y "%LOCK%" "%STAMP%" >nul
del "%BEGUN%"

:start
set "PYTHONPATH=%HERE%"
set "PYTHONSAFEPATH=1"
set "PYTHONHOME="
if "%NEED%"=="test" goto test
"%PYTHON%" -m balie_app %*
exit /b %errorlevel%

:test
rem the first word is left out; cmd has no shift for %*
for /f "tokens=1,*" %%a in ("%*") do "%PYTHON%" -m installer.checks %%b
exit /b %errorlevel%

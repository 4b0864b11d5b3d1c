<#
Tries the installer of hipmap on a real Windows and writes a report. Nobody has run it yet: if a step fails, the
mistake may be in this script.

    powershell -ExecutionPolicy Bypass -File try_on_windows.ps1 -Setup hipmap-VERSION-windows-x64-setup.exe

It installs for you alone, into a folder of its own below your temporary folder, looks, and removes it again.
It refuses to start where hipmap or its settings are yours already. Afterwards send hipmap-report\report.txt and
hipmap-report\window.png to the makers. Neither holds anything of a patient; your user name may be in paths.
#>
param(
    [Parameter(Mandatory = $true)][string]$Setup,
    [string]$Report = (Join-Path (Get-Location).ProviderPath 'hipmap-report')
)
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$own = 'HKCU:\Software\hipmap'
$uninstall = 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\hipmap'
$classes = 'HKCU:\Software\Classes'
$base = Join-Path $env:TEMP ('hipmap try ' + [char]0xFC + [char]0x9AA8)
$place = Join-Path $base 'program folder'
$data = Join-Path $base 'data'
$log = Join-Path $base 'setup.log'
$trial = Join-Path $base 'setup.exe'
$menu = Join-Path ([Environment]::GetFolderPath('Programs')) 'hipmap.lnk'
$settings = @((Join-Path $env:APPDATA 'hipmap'), (Join-Path $env:LOCALAPPDATA 'hipmap'))
$policies = Join-Path $env:ProgramData 'hipmap\policy.toml'
$failed = 0

function Write-Line([string]$Text) {
    Write-Host $Text
    Add-Content -LiteralPath (Join-Path $Report 'report.txt') -Value $Text -Encoding UTF8
}

# A step says what it tries; its block throws where it does not come out as it should.
function Step([string]$Title, [scriptblock]$Try) {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    try {
        $said = & $Try
        Write-Line ('ok      {0} ({1:n1} s) {2}' -f $Title, $clock.Elapsed.TotalSeconds, ($said -join ' | '))
    } catch {
        $script:failed++
        Write-Line ('FAILED  {0} ({1:n1} s) {2}' -f $Title, $clock.Elapsed.TotalSeconds, $_.Exception.Message)
    }
}

function Must([bool]$Holds, [string]$Otherwise) {
    if (-not $Holds) { throw $Otherwise }
}

# /D= comes last and without quotes: the rest of the line is the folder.
function Invoke-Setup([string]$More = '') {
    Remove-Item -LiteralPath $log -ErrorAction SilentlyContinue
    $line = '/S /CURRENTUSER /LOG="{0}" {1} /D={2}' -f $log, $More, $place
    (Start-Process -FilePath $trial -ArgumentList $line -Wait -PassThru).ExitCode
}

# Told where it lies, the uninstaller runs itself and not a copy, so that it can be waited for; itself it leaves.
function Invoke-Uninstall {
    Remove-Item -LiteralPath $log -ErrorAction SilentlyContinue
    $line = '/S /REMOVESETTINGS /LOG="{0}" _?={1}' -f $log, $place
    (Start-Process -FilePath (Join-Path $place 'uninstall.exe') -ArgumentList $line -Wait -PassThru).ExitCode
}

function Get-Said {
    if (Test-Path -LiteralPath $log) { (Get-Content -LiteralPath $log -Encoding Unicode) -join ' ' } else { '' }
}

# What a program prints, as lines of text. Where errors stop a script, PowerShell 5.1 stops at the first line that
# a program writes to its stream of errors, whatever the line says; so they do not stop it here.
function Invoke-Program([string]$Program, [string[]]$Arguments) {
    $ErrorActionPreference = 'Continue'
    $said = @(& (Join-Path $place $Program) @Arguments 2>&1 | ForEach-Object { "$_" })
    $code = $LASTEXITCODE
    if ($code -ne 0) { throw ("exit $code " + ($said -join ' ')) }
    $said
}

# The programs print UTF-8; PowerShell reads their lines in the code page of the console unless it is told.
function Set-Encoding($Encoding) {
    try {
        [Console]::OutputEncoding = $Encoding
    } catch {
        Write-Line ('note    the code page of the console: {0}' -f $_.Exception.Message)
    }
}

function Close-Window($Window) {
    try {
        $Window.Refresh()
        if ($Window.HasExited) { return }
        $Window.CloseMainWindow() | Out-Null
        if ($Window.WaitForExit(10000)) { return }
        $Window.Kill()
        $Window.WaitForExit(10000) | Out-Null
    } catch {
        # What went wrong before is the news, and not that the window had gone by itself.
        Write-Line ('note    closing the window: {0}' -f $_.Exception.Message)
    }
}

# Whole, for programs look for it from another folder than PowerShell does.
$Report = (New-Item -ItemType Directory -Force -Path $Report).FullName
Remove-Item -LiteralPath (Join-Path $Report 'report.txt') -ErrorAction SilentlyContinue
$there = @(@($own, $menu, $base) + $settings | Where-Object { Test-Path -LiteralPath $_ })
if ($there.Count -gt 0) {
    Write-Line ('hipmap was here already: {0}. Remove it first, or use another account.' -f ($there -join ', '))
    Write-Line 'Nothing was done.'
    exit 2
}
$Setup = (Resolve-Path -LiteralPath $Setup).ProviderPath
$encoding = [Console]::OutputEncoding
try {
    Set-Encoding (New-Object Text.UTF8Encoding $false)
    New-Item -ItemType Directory -Force -Path $base | Out-Null
    # A copy, so that Windows does not ask about a file from the internet, and the file itself stays as it is.
    Copy-Item -LiteralPath $Setup -Destination $trial
    Unblock-File -LiteralPath $trial

    Step 'what this computer is' {
        $system = Get-CimInstance Win32_OperatingSystem
        '{0} {1} {2}, {3}' -f $system.Caption, $system.Version, $system.OSArchitecture, (Get-Culture).Name
        'PowerShell {0}' -f $PSVersionTable.PSVersion
        '{0} SHA-256 {1}' -f (Split-Path $Setup -Leaf), (Get-FileHash -LiteralPath $Setup).Hash.ToLower()
        'signature: {0}' -f (Get-AuthenticodeSignature -LiteralPath $Setup).Status
        if (Test-Path -LiteralPath $policies) { "this computer has a policy of its own: $policies" }
    }
    Step 'silent install for one user, a path with spaces and signs' {
        $code = Invoke-Setup ('/DATA="{0}"' -f $data)
        Must ($code -eq 0) "exit $code $(Get-Said)"
        Must (Test-Path -LiteralPath (Join-Path $place 'program\hipmap.exe')) 'hipmap.exe is missing'
        Must (-not (Test-Path -LiteralPath (Join-Path $place 'program.new'))) 'something half-done is left'
        '{0:n0} MB' -f ((Get-ChildItem -LiteralPath $place -Recurse -File | Measure-Object Length -Sum).Sum / 1MB)
    }
    Step 'the installed copy is whole and runs' {
        Invoke-Program 'program\python.exe' @((Join-Path $place 'program\check_copy.py'))
    }
    Step 'the data folder that /DATA named is in force' {
        $said = (Invoke-Program 'program\hipmap-console.exe' @('policy')) -join ' '
        Must ($said.Contains($data)) $said
    }
    Step 'the window is painted into a picture' {
        $case = Join-Path $place 'program\site\hipmap\assets\examples\hip_joint.json'
        $picture = Join-Path $Report 'window.png'
        Invoke-Program 'program\python.exe' `
            @('-m', 'hipmap', 'window', $case, '--picture', $picture, '--size', '1366x768')
        Must ((Get-Item -LiteralPath $picture).Length -gt 20000) 'the picture is empty'
    }
    Step 'the window opens on the screen' {
        $window = Start-Process -FilePath (Join-Path $place 'program\hipmap.exe') -PassThru
        try {
            $clock = [Diagnostics.Stopwatch]::StartNew()
            do {
                Start-Sleep -Milliseconds 50
                $window.Refresh()
            } until ($window.HasExited -or $window.MainWindowHandle -ne [IntPtr]::Zero -or
                $clock.Elapsed.TotalSeconds -gt 30)
            Must (-not $window.HasExited) 'it ended by itself'
            Must ($window.MainWindowHandle -ne [IntPtr]::Zero) 'no window within 30 seconds'
            'first window after {0:n1} s' -f $clock.Elapsed.TotalSeconds
            $code = Invoke-Setup
            Must ($code -eq 2) "an install over a running copy ended with $code"
            Must ((Get-Said).Length -gt 20) 'the refusal says nothing'
        } finally {
            Close-Window $window
        }
    }
    Step 'hand-overs open with hipmap, cases may, the start menu has it' {
        $opens = (Get-ItemProperty "$classes\hipmap.handover\shell\open\command").'(default)'
        Must ($opens.Contains((Join-Path $place 'program\hipmap.exe'))) $opens
        Must ((Get-ItemProperty "$classes\.hipmap").'(default)' -eq 'hipmap.handover') '.hipmap leads elsewhere'
        Must ((Get-Item "$classes\.json\OpenWithProgids").Property -contains 'hipmap.case') 'no "Open with"'
        Must (Test-Path -LiteralPath $menu) 'no entry in the start menu'
    }
    Step 'an older version over a newer one is refused' {
        $number = (Get-ItemProperty $own).VersionNumber
        Set-ItemProperty $own VersionNumber 0x7f000000 -Type DWord
        try { $code = Invoke-Setup } finally { Set-ItemProperty $own VersionNumber $number -Type DWord }
        Must ($code -eq 2) "it ended with $code"
        Get-Said
    }
    Step 'installed again over itself, the policy kept, and a file of somebody' {
        Add-Content -LiteralPath (Join-Path $place 'policy.toml') -Value '# a remark' -Encoding ASCII
        Set-Content -LiteralPath (Join-Path $place 'program\mine.txt') -Value 'x'
        $code = Invoke-Setup ('/DATA="{0}"' -f $data)
        Must ($code -eq 0) "exit $code $(Get-Said)"
        $policy = (Get-Content -LiteralPath (Join-Path $place 'policy.toml') -Encoding UTF8) -join ' '
        Must ($policy.Contains('# a remark')) 'the policy was written anew'
        Must (Test-Path -LiteralPath (Join-Path $place 'program\mine.txt')) 'the file of somebody is gone'
        Remove-Item -LiteralPath (Join-Path $place 'program\mine.txt')
    }
    Step 'silent uninstall leaves the data and the policy, and nothing else' {
        New-Item -ItemType Directory -Force -Path $data | Out-Null
        Set-Content -LiteralPath (Join-Path $data 'record') -Value 'x'
        $code = Invoke-Uninstall
        Must ($code -eq 0) "exit $code $(Get-Said)"
        $left = @(Get-ChildItem -LiteralPath $place -Recurse -Force | Where-Object { $_.Name -ne 'uninstall.exe' })
        Must ($left.Count -eq 1 -and $left[0].Name -eq 'policy.toml') `
            ('left: ' + (($left | Select-Object -First 5 | ForEach-Object { $_.FullName }) -join ', '))
        foreach ($key in $own, $uninstall, "$classes\hipmap.handover", "$classes\hipmap.case") {
            Must (-not (Test-Path $key)) "$key is left"
        }
        Must (-not (Test-Path -LiteralPath $menu)) 'the entry in the start menu is left'
        Must (Test-Path -LiteralPath (Join-Path $data 'record')) 'the data is gone'
        foreach ($folder in $settings) { Must (-not (Test-Path -LiteralPath $folder)) "$folder is left" }
    }
} catch {
    $failed++
    Write-Line ('FAILED  {0}' -f $_.Exception.Message)
} finally {
    # Whatever stopped it: what it installed goes again.
    try {
        if (Test-Path -LiteralPath (Join-Path $place 'program\NUMBER')) {
            $code = Invoke-Uninstall
            if ($code -ne 0) { Write-Line "note    removing it ended with $code $(Get-Said)" }
        }
    } catch {
        Write-Line ('note    removing it: {0}' -f $_.Exception.Message)
    }
    Remove-Item -LiteralPath $base -Recurse -Force -ErrorAction SilentlyContinue
    if (Test-Path -LiteralPath $base) { Write-Line "note    $base could not be deleted; delete it by hand" }
    Set-Encoding $encoding
}
Write-Line ('{0} steps failed.' -f $failed)
exit [int]($failed -gt 0)

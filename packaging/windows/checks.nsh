; What must hold before anything is written; each check leaves a sentence in $Refusal where it does not.

Function MustBeWindowsOfToday
  ${IfNot} ${RunningX64}
    StrCpy $Refusal "$(needs64)"
    Return
  ${EndIf}
  SetRegView 64
  ReadRegStr $1 HKLM "Software\Microsoft\Windows NT\CurrentVersion" "CurrentBuildNumber"
  StrCpy $2 ${OLDEST_BUILD}
  ${If} ${IsNativeARM64}
    StrCpy $2 ${OLDEST_BUILD_ARM}
  ${EndIf}
  ${If} $1 < $2
    StrCpy $Refusal "$(tooOld)"
  ${EndIf}
FunctionEnd

; Per user, but where an administrator asks for everyone.
Function ChooseForWhom
  StrCpy $ForAll 0
  UserInfo::GetAccountType
  Pop $1
  ${If} $Asked == "everyone"
    StrCpy $ForAll 1
    ${If} $1 != "Admin"
      StrCpy $Refusal "$(needsAdministrator)"
    ${EndIf}
  ${ElseIf} $Asked == ""
  ${AndIf} $1 == "Admin"
    ; Who started it as an administrator is asked; without questions it stays per user.
    MessageBox MB_YESNO|MB_ICONQUESTION "$(forEveryone)" /SD IDNO IDNO +2
    StrCpy $ForAll 1
  ${EndIf}
FunctionEnd

; NSIS drops a folder that /D= names on a drive that is not there; then no other place is meant.
Function MustBeAPlace
  System::Call 'kernel32::GetCommandLineW() p .r1'
  System::Call 'shlwapi::StrStrW(p r1, w " /D=") p .r2'
  ${If} $2 != 0
    StrCpy $Refusal "$(noPlace)"
    Call Refuse
  ${EndIf}
FunctionEnd

Function FolderChosen
  StrCpy $Refusal ""
  Call MustFit
  ${If} $Refusal != ""
    MessageBox MB_OK|MB_ICONSTOP "$Refusal"
    Abort
  ${EndIf}
FunctionEnd

; Leaves a sentence in $Refusal if $INSTDIR is not a place for this version.
Function MustFit
  Call MendInterrupted
  Call MustBeNewer
  ${If} $Refusal != ""
    Return
  ${EndIf}
  Call MustBeTheOnlyOne
  ${If} $Refusal != ""
    Return
  ${EndIf}
  Call MustBeGuarded
  ${If} $Refusal != ""
    Return
  ${EndIf}
  Call MustBeOurs
  ${If} $Refusal != ""
    Return
  ${EndIf}
  Call MustNotRun
  ${If} $Refusal != ""
    Return
  ${EndIf}
  Call MustHaveRoom
  ${If} $Refusal != ""
    Return
  ${EndIf}
  Call MustBeWritable
FunctionEnd

; Where the power failed in the moment between two names, the old program gets its name back.
Function MendInterrupted
  ${IfNot} ${FileExists} "$INSTDIR\program\*.*"
  ${AndIf} ${FileExists} "$INSTDIR\program.old\NUMBER"
    Rename "$INSTDIR\program.old" "$INSTDIR\program"
  ${EndIf}
  ClearErrors
FunctionEnd

Function MustBeNewer
  ReadRegDWORD $1 SHCTX "${OWN}" "VersionNumber"
  ReadRegStr $2 SHCTX "${UNINSTALL}" "DisplayVersion"
  ReadRegStr $3 SHCTX "${OWN}" "InstallDir"
  ClearErrors
  ${IfNot} ${FileExists} "$3\program\NUMBER"
    ; The entry outlived its program, which somebody deleted by hand.
    StrCpy $1 0
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\program\NUMBER"
    FileOpen $3 "$INSTDIR\program\NUMBER" r
    FileRead $3 $4
    FileClose $3
    ${If} $4 U> $1
      IntOp $1 $4 + 0
      FileOpen $3 "$INSTDIR\program\VERSION" r
      FileRead $3 $2
      FileClose $3
      ${TrimNewLines} $2 $2
    ${EndIf}
  ${EndIf}
  ClearErrors
  ${If} $1 U> ${NUMBER}
    StrCpy $Answer $2
    StrCpy $Refusal "$(newerIsThere)"
  ${EndIf}
FunctionEnd

; Windows knows one hipmap of a person; a second one would take its entry, and nothing would remove the first.
Function MustBeTheOnlyOne
  ReadRegStr $1 SHCTX "${OWN}" "InstallDir"
  ${If} $1 != ""
  ${AndIf} $1 != $INSTDIR
  ${AndIf} ${FileExists} "$1\program\NUMBER"
    StrCpy $Answer $1
    StrCpy $Refusal "$(elsewhere)"
  ${EndIf}
  ClearErrors
FunctionEnd

; What everyone starts, and the policy beside it, only an administrator may change: Windows sees to that below its
; folder for programs, and not in a folder that is made elsewhere.
Function MustBeGuarded
  ${If} $ForAll == 1
    System::Call 'kernel32::GetFullPathNameW(w "$INSTDIR", i ${NSIS_MAX_STRLEN}, w .r1, p 0)'
    StrLen $2 "$PROGRAMFILES64\"
    StrCpy $2 $1 $2
    ${If} $2 != "$PROGRAMFILES64\"
      StrCpy $Refusal "$(notGuarded)"
    ${EndIf}
  ${EndIf}
FunctionEnd

; A folder that holds something else is not touched.
Function MustBeOurs
  ${If} ${FileExists} "$INSTDIR\program\NUMBER"
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\program\*.*"
    StrCpy $Refusal "$(another)"
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\*.*"
    FindFirst $1 $2 "$INSTDIR\*.*"
    ${DoWhile} $2 != ""
      ; What an earlier hipmap may have left is its own.
      StrCpy $3 $2 5
      ${If} $2 != "."
      ${AndIf} $2 != ".."
      ${AndIf} $2 != "policy.toml"
      ${AndIf} $2 != "policy.new"
      ${AndIf} $2 != "uninstall.exe"
      ${AndIf} $2 != "uninstall.new"
      ${AndIf} $2 != "program.new"
      ${AndIf} $2 != "program.old"
      ${AndIf} $3 != "kept-"
        StrCpy $Refusal "$(another)"
      ${EndIf}
      FindNext $1 $2
    ${Loop}
    FindClose $1
  ${EndIf}
  ClearErrors
FunctionEnd

; The new program lies beside the old one for a moment, and its compiled modules come to it.
Function MustHaveRoom
  ${GetRoot} "$INSTDIR" $1
  ; In MB: the KB of a large disk are more than an installer can count.
  ${DriveSpace} "$1\" "/D=F /S=M" $2
  ${IfNot} ${Errors}
  ${AndIf} $2 < ${MIB}
    StrCpy $Refusal "$(noRoom)"
  ${EndIf}
  ClearErrors
FunctionEnd

Function MustBeWritable
  StrCpy $5 0
  ${IfNot} ${FileExists} "$INSTDIR\*.*"
    StrCpy $5 1
  ${EndIf}
  ClearErrors
  CreateDirectory "$INSTDIR"
  FileOpen $1 "$INSTDIR\hipmap-try.tmp" w
  ${If} ${Errors}
    StrCpy $Refusal "$(noRight)"
  ${Else}
    FileClose $1
    Delete "$INSTDIR\hipmap-try.tmp"
  ${EndIf}
  ${If} $5 == 1
    RMDir "$INSTDIR"
  ${EndIf}
  ClearErrors
FunctionEnd

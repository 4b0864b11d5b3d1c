; The uninstaller: the program goes, by its list; records and cases, and what it did not lay down, never.

Function un.onInit
  StrCpy $Refusal ""
  Call un.ReadOptions
  StrCpy $ForAll 0
  SetRegView 64
  ReadRegStr $1 HKCU "${OWN}" "InstallDir"
  ${If} $1 != $INSTDIR
    ReadRegStr $1 HKLM "${OWN}" "InstallDir"
    ${If} $1 == $INSTDIR
      StrCpy $ForAll 1
      UserInfo::GetAccountType
      Pop $2
      ${If} $2 != "Admin"
        Call un.AskForRights
      ${EndIf}
    ${EndIf}
  ${EndIf}
  ${IfNot} ${FileExists} "$INSTDIR\program\NUMBER"
  ${AndIfNot} ${FileExists} "$INSTDIR\program.old\FILES.sha256"
    StrCpy $Refusal "$(notOurs)"
    Call un.Refuse
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\program\NUMBER"
  ${AndIfNot} ${FileExists} "$INSTDIR\program\FILES.sha256"
    StrCpy $Refusal "$(noList)"
    Call un.Refuse
  ${EndIf}
  Call un.MustNotRun
  ${If} $Refusal != ""
    Call un.Refuse
  ${EndIf}
FunctionEnd

; The settings of Windows start it with the rights of a person; for everyone's hipmap it starts itself once more.
Function un.AskForRights
  ${IfNot} ${Silent}
  ${AndIf} $Raised == ""
    ${GetParameters} $R0
    ClearErrors
    ExecShell "runas" "$INSTDIR\uninstall.exe" "/RAISED $R0"
    ${IfNot} ${Errors}
      Quit
    ${EndIf}
  ${EndIf}
  StrCpy $Refusal "$(needsAdministrator)"
  Call un.Refuse
FunctionEnd

Section "Uninstall"
  Call un.ChooseContext
  SetOutPath "$TEMP"
  StrCpy $R8 "$INSTDIR\program.old"
  Call un.TakeOwn
  Call un.LayAside
  ${If} ${FileExists} "$INSTDIR\program\*.*"
    ClearErrors
    Rename "$INSTDIR\program" "$INSTDIR\program.old"
    ${If} ${Errors}
      StrCpy $Refusal "$(running)"
      Call un.Refuse
    ${EndIf}
    Call un.TakeOwn
    Call un.LayAside
  ${EndIf}
  RMDir /r "$INSTDIR\program.new"
  Call un.AskAboutPolicy
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ReadRegStr $1 SHCTX "${OWN}" "InstallDir"
  ${If} $1 == $INSTDIR
    Call un.Unregister
  ${EndIf}
  Call un.AskAboutSettings
SectionEnd

; An administrator wrote it, and a hipmap that comes here again obeys it.
Function un.AskAboutPolicy
  ${If} ${FileExists} "$INSTDIR\policy.toml"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(removePolicy)" /SD IDNO IDNO +2
    Delete "$INSTDIR\policy.toml"
  ${EndIf}
FunctionEnd

; What Windows knows of it; where it knows of another copy, that one's entries stay.
Function un.Unregister
  Delete "$SMPROGRAMS\hipmap.lnk"
  ReadRegStr $1 SHCTX "${CLASSES}\.hipmap" ""
  ${If} $1 == "hipmap.handover"
    DeleteRegValue SHCTX "${CLASSES}\.hipmap" ""
    DeleteRegKey /ifempty SHCTX "${CLASSES}\.hipmap"
  ${EndIf}
  DeleteRegKey SHCTX "${CLASSES}\hipmap.handover"
  DeleteRegKey SHCTX "${CLASSES}\hipmap.case"
  DeleteRegValue SHCTX "${CLASSES}\.json\OpenWithProgids" "hipmap.case"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\.json\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\.json"
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "${OWN}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
FunctionEnd

; Records and cases are never deleted: they are not the program's. Settings go where they are asked to; a clinic's
; own overlay.yaml among them stays, for somebody wrote it.
Function un.AskAboutSettings
  ${If} $Asked != "settings"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(removeSettings)" /SD IDNO IDYES +2
    Return
  ${EndIf}
  ; Of the person who removes it; what others of this computer have chosen is theirs.
  SetShellVarContext current
  FindFirst $1 $2 "$APPDATA\hipmap\before-form-*"
  ${DoWhile} $2 != ""
    Delete "$APPDATA\hipmap\$2\*.ini"
    RMDir "$APPDATA\hipmap\$2"
    FindNext $1 $2
  ${Loop}
  FindClose $1
  Delete "$APPDATA\hipmap\window.ini"
  Delete "$APPDATA\hipmap\format.toml"
  Delete "$APPDATA\hipmap\.format.lock"
  RMDir "$APPDATA\hipmap"
  Delete "$LOCALAPPDATA\hipmap\Logs\hipmap.log"
  Delete "$LOCALAPPDATA\hipmap\Logs\hipmap.log.1"
  RMDir "$LOCALAPPDATA\hipmap\Logs"
  RMDir "$LOCALAPPDATA\hipmap"
  ClearErrors
FunctionEnd

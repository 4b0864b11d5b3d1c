; The installer of hipmap for Windows. packaging/build.py runs it with:
;   VERSION     as 1.2.0              NUMBER  the version as one number that can be compared
;   TREE        the program's files   MIB     how much room it must find
;   OUT         the file to write     ICON    the picture of both programs
;   LICENCE     the text to agree to  SIDE    the picture beside the last page
;
; Options: /S (no questions)  /DATA=FOLDER  /ALLUSERS  /CURRENTUSER  /LOG=FILE  /D=FOLDER (last, without quotes)
; Uninstaller: /S  /REMOVESETTINGS  /LOG=FILE
; Ends with 0, or with 2 where something stands in the way; then nothing was changed.
Unicode true
; Of 32 bits, so that a Windows of 32 bits can start it and be told.
Target x86-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true
AllowSkipFiles off
Name "hipmap ${VERSION}"
OutFile "${OUT}"
BrandingText " "

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "TextFunc.nsh"
!include "x64.nsh"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\hipmap"
!define CLASSES "Software\Classes"
!define OWN "Software\hipmap"
; Windows 10, version 1809: the oldest on which Qt runs.
!define OLDEST_BUILD 17763
; Windows 11: the first on ARM that runs programs of other machines with 64 bits.
!define OLDEST_BUILD_ARM 22000

Var Data
Var HasData
Var Asked
Var ForAll
Var Log
Var Refusal
Var Raised
Var Answer

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE FolderChosen
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_NOAUTOCLOSE
!define MUI_FINISHPAGE_RUN "$INSTDIR\program\hipmap.exe"
!define MUI_FINISHPAGE_RUN_NOTCHECKED
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!include "sentences.nsh"

VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "hipmap"
VIAddVersionKey "FileDescription" "hipmap ${VERSION} setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Apache License 2.0"

!include "common.nsh"
!include "options.nsh"
!include "own_files.nsh"

Function .onInit
  StrCpy $Refusal ""
  Call ReadOptions
  Call MustBeWindowsOfToday
  ${If} $Refusal != ""
    Call Refuse
  ${EndIf}
  Call ChooseForWhom
  ${If} $Refusal != ""
    Call Refuse
  ${EndIf}
  Call ChooseContext
  ${If} $INSTDIR == ""
    Call MustBeAPlace
    ReadRegStr $INSTDIR SHCTX "${OWN}" "InstallDir"
    ${If} $INSTDIR == ""
      ${If} $ForAll == 1
        StrCpy $INSTDIR "$PROGRAMFILES64\hipmap"
      ${Else}
        StrCpy $INSTDIR "$LOCALAPPDATA\Programs\hipmap"
      ${EndIf}
    ${EndIf}
  ${EndIf}
  ClearErrors
  ${If} ${Silent}
    Call MustFit
    ${If} $Refusal != ""
      Call Refuse
    ${EndIf}
  ${EndIf}
FunctionEnd

!include "checks.nsh"

; Takes away what was laid down of the new program.
Function TakeBack
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\program.new"
  Delete "$INSTDIR\policy.new"
  Delete "$INSTDIR\uninstall.new"
  RMDir "$INSTDIR"
FunctionEnd

Function TakeBackAndRefuse
  Call TakeBack
  Call Refuse
FunctionEnd

; Where a file could not be written, as on a full disk, NSIS ends the section by itself.
Function .onInstFailed
  Call TakeBack
  StrCpy $Refusal "$(notWritten)"
  Call Refuse
FunctionEnd

Section "hipmap"
  Call ChooseContext
  RMDir /r "$INSTDIR\program.new"
  Call ClearOld
  SetOutPath "$INSTDIR\program.new"
  ClearErrors
  File /r "${TREE}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.new"
  ${If} ${Errors}
    StrCpy $Refusal "$(notWritten)"
    Call TakeBackAndRefuse
  ${EndIf}
  DetailPrint "$(checking)"
  Call MustRun
  Call PutInPlace
  Call Register
  StrCpy $0 "hipmap ${VERSION}: $INSTDIR"
  Call Note
  SetErrorLevel 0
SectionEnd

; The new program compares itself with its list, makes itself ready and runs once, where it lies beside the old one.
Function MustRun
  ; What is the current folder of a program cannot be taken away.
  SetOutPath "$TEMP"
  StrCpy $3 ""
  ${If} $HasData == 1
    ; A quote after a backslash would not end the word.
    StrCpy $4 $Data 1 -1
    ${If} $4 == "\"
      StrCpy $Data "$Data\"
    ${EndIf}
    StrCpy $3 ' --policy "$INSTDIR\policy.new" "--data=$Data"'
  ${EndIf}
  Delete "$PLUGINSDIR\said.txt"
  nsExec::ExecToStack '"$INSTDIR\program.new\python.exe" "$INSTDIR\program.new\check_copy.py" --make-ready --say "$PLUGINSDIR\said.txt"$3'
  Pop $1
  Pop $2
  ClearErrors
  FileOpen $4 "$PLUGINSDIR\said.txt" r
  ${IfNot} ${Errors}
    FileReadUTF16LE $4 $2
    FileClose $4
  ${EndIf}
  ${If} $2 == ""
    StrCpy $2 "python.exe: $1"
  ${EndIf}
  StrCpy $0 "$2"
  Call Note
  ${If} $1 == 5
    StrCpy $Refusal "$(badData)"
    Call TakeBackAndRefuse
  ${ElseIf} $1 != 0
    StrCpy $Refusal "$(doesNotRun)"
    Call TakeBackAndRefuse
  ${EndIf}
FunctionEnd

; Renames $8 to $9, for ten seconds if it must: a guard against viruses looks at what was just written.
Function Move
  StrCpy $7 0
  ${Do}
    ClearErrors
    Rename "$8" "$9"
    ${IfNot} ${Errors}
      Return
    ${EndIf}
    Sleep 250
    IntOp $7 $7 + 1
  ${LoopUntil} $7 > 40
  SetErrors
FunctionEnd

; The old program goes only when the new one is whole; until then either is there.
Function PutInPlace
  SetOutPath "$INSTDIR"
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\program\*.*"
    StrCpy $8 "$INSTDIR\program"
    StrCpy $9 "$INSTDIR\program.old"
    Call Move
    ${If} ${Errors}
      StrCpy $Refusal "$(running)"
      Call TakeBackAndRefuse
    ${EndIf}
  ${EndIf}
  StrCpy $8 "$INSTDIR\program.new"
  StrCpy $9 "$INSTDIR\program"
  Call Move
  ${If} ${Errors}
    Rename "$INSTDIR\program.old" "$INSTDIR\program"
    StrCpy $Refusal "$(notWritten)"
    Call TakeBackAndRefuse
  ${EndIf}
  ${If} $HasData == 1
    ; A policy that was there keeps its rights.
    System::Call 'kernel32::ReplaceFileW(w "$INSTDIR\policy.toml", w "$INSTDIR\policy.new", p 0, i 2, p 0, p 0) i .r1'
    ${If} $1 = 0
      Delete "$INSTDIR\policy.toml"
      Rename "$INSTDIR\policy.new" "$INSTDIR\policy.toml"
    ${EndIf}
  ${EndIf}
  Delete "$INSTDIR\uninstall.exe"
  Rename "$INSTDIR\uninstall.new" "$INSTDIR\uninstall.exe"
  Call ClearOld
FunctionEnd

Function Register
  CreateShortcut "$SMPROGRAMS\hipmap.lnk" "$INSTDIR\program\hipmap.exe"
  WriteRegStr SHCTX "${OWN}" "InstallDir" "$INSTDIR"
  WriteRegDWORD SHCTX "${OWN}" "VersionNumber" ${NUMBER}
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "hipmap"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "The hipmap maintainers"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\program\hipmap.exe"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  ${GetSize} "$INSTDIR" "/S=0K" $1 $2 $3
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" $1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ; A hand-over is opened by hipmap. Windows looks at the last ending alone, and other programs write .json
  ; too: for a case hipmap is offered under "Open with", and takes the ending from nobody.
  WriteRegStr SHCTX "${CLASSES}\.hipmap" "" "hipmap.handover"
  WriteRegStr SHCTX "${CLASSES}\hipmap.handover" "" "$(handOver)"
  WriteRegStr SHCTX "${CLASSES}\hipmap.handover\DefaultIcon" "" "$INSTDIR\program\hipmap.exe,0"
  WriteRegStr SHCTX "${CLASSES}\hipmap.handover\shell\open\command" "" '"$INSTDIR\program\hipmap.exe" "%1"'
  WriteRegStr SHCTX "${CLASSES}\hipmap.case" "" "$(case)"
  WriteRegStr SHCTX "${CLASSES}\hipmap.case\DefaultIcon" "" "$INSTDIR\program\hipmap.exe,0"
  WriteRegStr SHCTX "${CLASSES}\hipmap.case\shell\open\command" "" '"$INSTDIR\program\hipmap.exe" "%1"'
  WriteRegStr SHCTX "${CLASSES}\.json\OpenWithProgids" "hipmap.case" ""
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
FunctionEnd

!include "removal.nsh"

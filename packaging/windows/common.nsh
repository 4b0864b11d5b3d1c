; What installer and uninstaller share.

!macro COMMON UN

; Writes $0 as a line of the log.
Function ${UN}Note
  Push $1
  FileOpen $1 "$Log" a
  ${If} $1 != ""
    FileSeek $1 0 END
    FileWriteUTF16LE /BOM $1 "$0$\r$\n"
    FileClose $1
  ${EndIf}
  ClearErrors
  Pop $1
FunctionEnd

; Says $Refusal, in the log and to who is there, and ends.
Function ${UN}Refuse
  StrCpy $0 "$Refusal"
  Call ${UN}Note
  MessageBox MB_OK|MB_ICONSTOP "$Refusal" /SD IDOK
  SetErrorLevel 2
  Quit
FunctionEnd

; Whose hipmap this is: $ForAll is 1 for everyone's.
Function ${UN}ChooseContext
  SetRegView 64
  ${If} $ForAll == 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
FunctionEnd

; Leaves a sentence in $Refusal if the copy in $INSTDIR runs: Windows lets nobody write to a library in use.
Function ${UN}MustNotRun
  ${If} ${FileExists} "$INSTDIR\program\python313.dll"
    System::Call 'kernel32::CreateFileW(w "$INSTDIR\program\python313.dll", i 0x40000000, i 7, p 0, i 3, i 0x80, p 0) p .r1 ?e'
    Pop $2
    ${If} $1 == -1
    ${OrIf} $1 == 0xFFFFFFFF
      ${If} $2 == 32
        StrCpy $Refusal "$(running)"
      ${Else}
        StrCpy $Refusal "$(noRight)"
      ${EndIf}
    ${Else}
      System::Call 'kernel32::CloseHandle(p r1)'
    ${EndIf}
  ${EndIf}
FunctionEnd
!macroend

!insertmacro COMMON ""
!insertmacro COMMON "un."

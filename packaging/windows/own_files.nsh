; What belongs to hipmap in a folder stands in its list, or its Python made it. All else is somebody's: it is moved
; at most, and never deleted.

!macro OWN_FILES UN

; Deletes what is hipmap's in the folder $R8, and the folder if nothing else is in it.
Function ${UN}TakeOwn
  ClearErrors
  FileOpen $R9 "$R8\FILES.sha256" r
  ${If} ${Errors}
    ClearErrors
    RMDir "$R8"
    ClearErrors
    Return
  ${EndIf}
  ${Do}
    ClearErrors
    FileRead $R9 $R7
    ${If} ${Errors}
      ${ExitDo}
    ${EndIf}
    ; A line is 64 signs, two blanks, the name and the end of the line; of the slashes Windows takes either.
    StrCpy $R7 $R7 -1 66
    ${If} $R7 != ""
      StrCpy $R7 "$R8\$R7"
      System::Call 'kernel32::DeleteFileW(w R7)'
    ${EndIf}
  ${Loop}
  FileClose $R9
  ; Last, so that what was interrupted can be done again.
  Delete "$R8\FILES.sha256"
  Call ${UN}TakeEmpty
  ClearErrors
FunctionEnd

; Gives in $R5 whether "$R8\$R7" is a folder, and none that leads elsewhere.
Function ${UN}IsFolder
  StrCpy $R5 "$R8\$R7"
  System::Call 'kernel32::GetFileAttributesW(w R5) i .R5'
  IntOp $R5 $R5 & 0x410
  ${If} $R7 == "."
  ${OrIf} $R7 == ".."
  ${OrIf} $R5 <> 0x10
    StrCpy $R5 0
  ${Else}
    StrCpy $R5 1
  ${EndIf}
FunctionEnd

; Deletes the empty folders in $R8, and what Python compiled and hipmap keeps beside it.
Function ${UN}TakeEmpty
  Push $R6
  Push $R7
  FindFirst $R6 $R7 "$R8\*.*"
  ${DoWhile} $R7 != ""
    Call ${UN}IsFolder
    ${If} $R5 = 1
      Push $R8
      StrCpy $R8 "$R8\$R7"
      ${If} $R7 == "__pycache__"
        Delete "$R8\*.pyc"
        Delete "$R8\*.pickle"
      ${EndIf}
      Call ${UN}TakeEmpty
      Pop $R8
    ${EndIf}
    FindNext $R6 $R7
  ${Loop}
  FindClose $R6
  RMDir "$R8"
  Pop $R7
  Pop $R6
FunctionEnd

; What is left in the old program's folder is laid beside it, where no later step looks.
Function ${UN}LayAside
  ${If} ${FileExists} "$INSTDIR\program.old\*.*"
    StrCpy $R7 0
    ${Do}
      IntOp $R7 $R7 + 1
    ${LoopWhile} ${FileExists} "$INSTDIR\kept-$R7"
    ClearErrors
    Rename "$INSTDIR\program.old" "$INSTDIR\kept-$R7"
    StrCpy $Answer "$INSTDIR\kept-$R7"
    StrCpy $0 "$(kept)"
    Call ${UN}Note
  ${EndIf}
  ClearErrors
FunctionEnd
!macroend

!insertmacro OWN_FILES ""
!insertmacro OWN_FILES "un."

; What somebody put into the folder of the old program, as a mark or a policy, goes to the new one.
Function ClearOld
  StrCpy $R8 "$INSTDIR\program.old"
  Call TakeOwn
  ${If} ${FileExists} "$INSTDIR\program\*.*"
    StrCpy $R9 "$INSTDIR\program"
    Call CarryOver
  ${EndIf}
  Call LayAside
FunctionEnd

; Moves what is in the folder $R8 to the folder $R9, but over nothing.
Function CarryOver
  Push $R6
  Push $R7
  FindFirst $R6 $R7 "$R8\*.*"
  ${DoWhile} $R7 != ""
    Call IsFolder
    ${If} $R7 == "."
    ${OrIf} $R7 == ".."
    ${ElseIf} ${FileExists} "$R9\$R7"
      ${If} $R5 = 1
        Push $R8
        Push $R9
        StrCpy $R8 "$R8\$R7"
        StrCpy $R9 "$R9\$R7"
        Call CarryOver
        Pop $R9
        Pop $R8
      ${EndIf}
    ${Else}
      Rename "$R8\$R7" "$R9\$R7"
    ${EndIf}
    FindNext $R6 $R7
  ${Loop}
  FindClose $R6
  RMDir "$R8"
  Pop $R7
  Pop $R6
FunctionEnd

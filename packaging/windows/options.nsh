; The options, word by word, as a person types them: a quote holds a word together wherever it stands in it, and a
; path may hold any slash. What is no option is refused: one that is passed over may have named the data folder.

; Takes the backslashes from the end of $Data, of which a tool may have made two; a drive needs one.
Function TrimData
  ${Do}
    StrCpy $R3 $Data 1 -1
    ${If} $R3 != "\"
      ${ExitDo}
    ${EndIf}
    StrCpy $Data $Data -1
  ${Loop}
  ${If} $R3 == ":"
    StrCpy $Data "$Data\"
  ${EndIf}
FunctionEnd

!macro OPTIONS UN

; Takes the first word of $R0 into $R1, without its quotes.
Function ${UN}TakeWord
  StrCpy $R1 ""
  StrCpy $R2 ""
  ${Do}
    StrCpy $R3 $R0 1
    ${If} $R3 == ""
      ${ExitDo}
    ${EndIf}
    StrCpy $R0 $R0 "" 1
    ${If} $R3 == '"'
      ${If} $R2 == ""
        StrCpy $R2 "within quotes"
      ${Else}
        StrCpy $R2 ""
      ${EndIf}
    ${ElseIf} $R3 == " "
    ${AndIf} $R2 == ""
      ${If} $R1 != ""
        ${ExitDo}
      ${EndIf}
    ${Else}
      StrCpy $R1 "$R1$R3"
    ${EndIf}
  ${Loop}
FunctionEnd

Function ${UN}ReadOptions
  StrCpy $Log "$TEMP\hipmap-setup.log"
  ${GetParameters} $R0
  ${Do}
    Call ${UN}TakeWord
    ${If} $R1 == ""
      ${ExitDo}
    ${EndIf}
    StrCpy $R4 $R1 5
    StrCpy $R5 $R1 6
    ${If} $R4 == "/LOG="
      StrCpy $Log $R1 "" 5
!if "${UN}" == ""
    ${ElseIf} $R5 == "/DATA="
      StrCpy $Data $R1 "" 6
      StrCpy $HasData 1
      Call TrimData
    ${ElseIf} $R1 == "/ALLUSERS"
      StrCpy $Asked "everyone"
    ${ElseIf} $R1 == "/CURRENTUSER"
      StrCpy $Asked "me"
!else
    ${ElseIf} $R1 == "/RAISED"
      StrCpy $Raised "it started itself"
    ${ElseIf} $R1 == "/REMOVESETTINGS"
      StrCpy $Asked "settings"
!endif
    ${ElseIf} $R1 S!= "/S"
    ${AndIf} $R1 != "/NCRC"
    ${AndIf} $Refusal == ""
      StrCpy $Answer $R1
      StrCpy $Refusal "$(noOption)"
    ${EndIf}
  ${Loop}
  Delete "$Log"
  ClearErrors
  ${If} $Refusal != ""
    Call ${UN}Refuse
  ${EndIf}
FunctionEnd
!macroend

!insertmacro OPTIONS ""
!insertmacro OPTIONS "un."

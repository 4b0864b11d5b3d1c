/* For the rehearsal alone, never passed on: wine has no icuuc.dll, which Windows 10 brings and Qt asks for.
 * Every function says that it cannot, and Qt then does without. */
#define GIVEN __declspec(dllexport)
GIVEN void *ucnv_open(const char *name, int *status)
{
    (void)name;
    if (status)
        *status = 16;
    return 0;
}
#define NOTHING(name) GIVEN long long name(void) { return 0; }
NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE) NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE) NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(ucnv_cbToUWriteUChars) NOTHING(ucnv_close) NOTHING(ucnv_countAvailable) NOTHING(ucnv_fromUCountPending)
NOTHING(ucnv_fromUnicode) NOTHING(ucnv_getAvailableName) NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_getMaxCharSize) NOTHING(ucnv_getName) NOTHING(ucnv_getStandardName) NOTHING(ucnv_getToUCallBack)
NOTHING(ucnv_reset) NOTHING(ucnv_setFromUCallBack) NOTHING(ucnv_setToUCallBack) NOTHING(ucnv_toUCountPending)
NOTHING(ucnv_toUnicode)

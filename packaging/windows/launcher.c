/* hipmap.exe: starts the Python that lies beside it with hipmap, and asks nothing of registry or PATH.
 *
 * Where no Python lies beside it (at the top of the portable archive), it starts the same program in the folder
 * `program`. Compiled without any run-time library, so that nothing of another's is inside.
 */
#include <windows.h>

#define ROOM 32768
#define MISSING L"A part of hipmap is missing or damaged (" PYTHON_DLL L"). Install or unpack hipmap again."
#define FAULT L"hipmap ended because something in it or around it does not work. Install the updates of Windows, then " \
    L"install or unpack hipmap again. What was wrong says hipmap-console.exe, started in a console in the same folder."

typedef int (*PythonMain)(int, wchar_t **);

static wchar_t folder[ROOM], path[ROOM];

static int refused(void)
{
#ifdef CONSOLE
    DWORD written;
    WriteConsoleW(GetStdHandle(STD_ERROR_HANDLE), MISSING L"\n", lstrlenW(MISSING) + 1, &written, NULL);
#else
    MessageBoxW(NULL, MISSING, L"hipmap", MB_ICONERROR);
#endif
    return 3;
}

/* What follows the program's own name in the command line, as it was typed. */
static wchar_t *after_name(wchar_t *line)
{
    wchar_t end = L' ';
    if (*line == L'"') {
        end = L'"';
        line++;
    }
    while (*line && *line != end)
        line++;
    return *line == L'"' ? line + 1 : line;
}

static int start_below(void)
{
    static wchar_t command[ROOM];
    static STARTUPINFOW how;
    static PROCESS_INFORMATION child;
    wchar_t *rest = after_name(GetCommandLineW());
    DWORD code = 0;
    if (lstrlenW(path) + lstrlenW(rest) + 4 > ROOM)
        return refused();
    lstrcpyW(command, L"\"");
    lstrcatW(command, path);
    lstrcatW(command, L"\"");
    lstrcatW(command, rest);
    how.cb = sizeof how;
    if (!CreateProcessW(path, command, NULL, NULL, TRUE, 0, NULL, NULL, &how, &child))
        return refused();
#ifdef CONSOLE
    WaitForSingleObject(child.hProcess, INFINITE);
    GetExitCodeProcess(child.hProcess, &code);
#endif
    return (int)code;
}

static int run_python(HMODULE library)
{
    PythonMain python = (PythonMain)(void *)GetProcAddress(library, "Py_Main");
    int count = 0, at = 0;
    wchar_t **given = CommandLineToArgvW(GetCommandLineW(), &count);
    wchar_t **all = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *all * (SIZE_T)(count + 3));
    if (!python || !given || !all)
        return refused();
    all[at++] = given[0];
    all[at++] = L"-m";
    all[at++] = L"hipmap";
    for (int i = 1; i < count; i++)
        all[at++] = given[i];
    count = python(at, all);
#ifndef CONSOLE
    /* 1 is a fault that hipmap did not catch, as a library of Windows that is not there. */
    if (count == 1)
        MessageBoxW(NULL, FAULT, L"hipmap", MB_ICONERROR);
#endif
    return count;
}

void begin(void)
{
    HMODULE library;
    int length = (int)GetModuleFileNameW(NULL, folder, ROOM - 64);
    while (length && folder[length - 1] != L'\\')
        length--;
    folder[length] = 0;
    lstrcpyW(path, folder);
    lstrcatW(path, PYTHON_DLL);
    if (GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES) {
        lstrcpyW(path, folder);
        lstrcatW(path, L"program\\" OWN_NAME);
        ExitProcess((UINT)start_below());
    }
    /* Libraries are looked for here and in Windows, never in the folder that happens to be the current one. */
    SetDllDirectoryW(L"");
    library = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    ExitProcess((UINT)(library ? run_python(library) : refused()));
}

"""Where the frozen program begins."""

import sys

from hipmap.command_line import main

# A frozen program forbids this, for it compiles nothing. But hipmap keeps the knowledge that it has read
# and checked by the same rule: the build lets it do so once, and what was kept is part of the program.
sys.dont_write_bytecode = False

sys.exit(main())

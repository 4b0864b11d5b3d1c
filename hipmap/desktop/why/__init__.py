"""Why a result is as it is: reasons, the way to it, what separates two origins, and what it hangs on."""

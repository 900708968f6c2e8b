
int _start(void) { return mistakes(); }

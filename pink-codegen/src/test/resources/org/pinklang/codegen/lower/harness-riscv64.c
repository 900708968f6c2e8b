
__attribute__((used)) void finish(void) {
  register long status __asm__("a0") = mistakes();
  register long number __asm__("a7") = 94;
  __asm__ volatile("ecall" : : "r"(status), "r"(number));
}
__attribute__((naked)) void _start(void) { __asm__ volatile("call finish"); }

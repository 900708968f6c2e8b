; The entry of a process with the GNU C library, as it asks: main, argc, argv, no initialiser and no
; finaliser of ours, the loader's finaliser, the end of the stack.

define void @_start() naked noreturn nounwind {
  call void asm sideeffect "mov x29, xzr\0A\09mov x30, xzr\0A\09mov x5, x0\0A\09ldr x1, [sp]\0A\09add x2, sp, #8\0A\09mov x6, sp\0A\09adrp x0, start_main\0A\09add x0, x0, :lo12:start_main\0A\09mov x3, xzr\0A\09mov x4, xzr\0A\09bl __libc_start_main\0A\09brk #1", ""()
  unreachable
}

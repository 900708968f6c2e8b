; The entry of a process with the GNU C library, as it asks: main, argc, argv, no initialiser and no
; finaliser of ours, the loader's finaliser, the end of the stack.

define void @_start() naked noreturn nounwind {
  call void asm sideeffect "mv a5, a0\0A\09lla a0, start_main\0A\09ld a1, 0(sp)\0A\09addi a2, sp, 8\0A\09li a3, 0\0A\09li a4, 0\0A\09mv a6, sp\0A\09call __libc_start_main@plt\0A\09unimp", ""()
  unreachable
}

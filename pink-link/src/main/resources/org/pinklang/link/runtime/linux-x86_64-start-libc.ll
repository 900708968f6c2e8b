; The entry of a process with the GNU C library, as its psABI asks: main, argc, argv, no
; initialiser and no finaliser of ours, the loader's finaliser, the end of the stack.

define void @_start() naked noreturn nounwind {
  call void asm sideeffect "xorl %ebp, %ebp\0A\09movq %rdx, %r9\0A\09popq %rsi\0A\09movq %rsp, %rdx\0A\09andq $$-16, %rsp\0A\09pushq %rax\0A\09pushq %rsp\0A\09xorl %r8d, %r8d\0A\09xorl %ecx, %ecx\0A\09leaq start_main(%rip), %rdi\0A\09callq *__libc_start_main@GOTPCREL(%rip)\0A\09hlt", ""()
  unreachable
}

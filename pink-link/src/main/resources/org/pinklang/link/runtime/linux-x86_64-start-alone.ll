; The entry of a process without a C library: the kernel's stack goes to @start.

define void @_start() naked noreturn nounwind {
  call void asm sideeffect "xorl %ebp, %ebp\0A\09movq %rsp, %rdi\0A\09andq $$-16, %rsp\0A\09callq ${0:P}\0A\09hlt", "X"(ptr @start)
  unreachable
}

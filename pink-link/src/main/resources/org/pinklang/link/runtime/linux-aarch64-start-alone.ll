; The entry of a process without a C library: the kernel's stack goes to @start.

define void @_start() naked noreturn nounwind {
  call void asm sideeffect "mov x29, xzr\0A\09mov x30, xzr\0A\09mov x0, sp\0A\09bl start\0A\09brk #1", ""()
  unreachable
}

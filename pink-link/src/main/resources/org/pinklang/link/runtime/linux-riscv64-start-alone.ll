; The entry of a process without a C library: the kernel's stack goes to @start.

define void @_start() naked noreturn nounwind {
  call void asm sideeffect "mv a0, sp\0A\09call start\0A\09unimp", ""()
  unreachable
}

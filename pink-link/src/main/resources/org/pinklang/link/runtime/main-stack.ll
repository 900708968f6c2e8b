; The stack of the process's first thread: where it ends, and how far down frames may reach.

@pink_stack_limit = hidden global i64 0, align 8
@stack_top = internal global i64 0, align 8
@stack_size = internal global i64 0, align 8

; %high lies on the last page of the stack. Its size is the soft limit; without one, what a runaway
; recursion may eat.
define internal void @record_main_stack(ptr %high) nounwind {
  %limits = alloca [2 x i64], align 8
  %address = ptrtoint ptr %high to i64
  %up = add i64 %address, 4096
  %top = and i64 %up, -4096
  store i64 -1, ptr %limits
  %result = call i64 @system_stack_size(ptr %limits)
  %soft = load i64, ptr %limits
  %size = call i64 @llvm.umin.i64(i64 %soft, i64 1073741824)
  store i64 %top, ptr @stack_top
  store i64 %size, ptr @stack_size
  %lowest = sub i64 %top, %size
  %reserve = call i64 @stack_reserve(i64 %size)
  %limit = add i64 %lowest, %reserve
  store i64 %limit, ptr @pink_stack_limit
  ret void
}

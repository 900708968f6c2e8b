; An executable with the GNU C library: its exit runs the library's own ending, and threads made by
; C code have stacks of their own.

@thread_limit = internal thread_local(localexec) global i64 0, align 8

declare void @exit(i32) noreturn
declare i32 @__libc_start_main(ptr, i32, ptr, ptr, ptr, ptr, ptr)

; Keeps the library's entry among the symbols this file needs; @_start names it in assembly only.
@library_start = hidden constant ptr @__libc_start_main, align 8

define hidden i32 @start_main(i32 %count, ptr %vector, ptr %variables) nounwind {
  %wide = sext i32 %count to i64
  %slices = alloca %slice, i64 %wide, align 8
  call void @record_process(i32 %count, ptr %vector, ptr %slices)
  %status = call i32 @main(i32 %count, ptr %vector)
  ret i32 %status
}

define hidden void @pink_exit(i32 %status) noreturn nounwind {
  call void @exit(i32 %status)
  unreachable
}

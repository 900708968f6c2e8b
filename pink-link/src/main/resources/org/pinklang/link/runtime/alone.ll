; An executable without a C library: one thread, whose stack is the process's.

define hidden void @start(ptr %stack) noreturn nounwind {
  %count = load i32, ptr %stack
  %vector = getelementptr i64, ptr %stack, i64 1
  %wide = sext i32 %count to i64
  %slices = alloca %slice, i64 %wide, align 8
  call void @record_process(i32 %count, ptr %vector, ptr %slices)
  %status = call i32 @main(i32 %count, ptr %vector)
  call void @system_exit(i32 %status)
  unreachable
}

define hidden void @pink_exit(i32 %status) noreturn nounwind {
  call void @system_exit(i32 %status)
  unreachable
}

define hidden void @pink_out_of_stack(ptr %file, i32 %line, i32 %column) nounwind cold {
  call void @pink_panic(ptr @text_stack, i64 12, ptr %file, i32 %line, i32 %column)
  unreachable
}

define hidden void @pink_out_of_stack_for(ptr %file, i32 %line, i32 %column, i64 %bytes) nounwind cold {
  call void @pink_panic(ptr @text_stack, i64 12, ptr %file, i32 %line, i32 %column)
  unreachable
}

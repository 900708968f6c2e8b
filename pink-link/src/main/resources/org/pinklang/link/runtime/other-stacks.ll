; Threads that C code made have stacks of their own; @thread_limit is the calling thread's limit.

; Called when a frame lies below the main thread's limit: out of stack there, but usual for another
; thread, whose stack lies below the main thread's.
define hidden void @pink_out_of_stack(ptr %file, i32 %line, i32 %column) nounwind cold {
  call void @pink_out_of_stack_for(ptr %file, i32 %line, i32 %column, i64 0)
  ret void
}

; The same for a function that has not taken its %bytes of stack yet.
define hidden void @pink_out_of_stack_for(ptr %file, i32 %line, i32 %column, i64 %bytes) nounwind cold {
entry:
  %frame = call ptr @llvm.frameaddress.p0(i32 0)
  %here = ptrtoint ptr %frame to i64
  %top = load i64, ptr @stack_top
  %size = load i64, ptr @stack_size
  %lowest = sub i64 %top, %size
  %is_main = icmp uge i64 %here, %lowest
  br i1 %is_main, label %out, label %thread
thread:
  %known = load i64, ptr @thread_limit
  %unknown = icmp eq i64 %known, 0
  br i1 %unknown, label %ask, label %compare
ask:
  %asked = call i64 @thread_stack_limit(i64 0)
  store i64 %asked, ptr @thread_limit
  br label %compare
compare:
  %limit = phi i64 [ %known, %thread ], [ %asked, %ask ]
  %needed = add i64 %limit, %bytes
  %is_out = icmp ult i64 %here, %needed
  br i1 %is_out, label %out, label %enough
out:
  call void @pink_panic(ptr @text_stack, i64 12, ptr %file, i32 %line, i32 %column)
  unreachable
enough:
  ret void
}

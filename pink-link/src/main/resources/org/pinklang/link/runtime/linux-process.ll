; What the kernel tells a process when it starts: its arguments, its environment, and where the main
; thread's stack is.

; %vector is the array of C strings the kernel left on the stack: arguments, null, environment,
; null, and behind it the auxiliary vector. %slices has room for %count slices and outlives main.
define internal void @record_process(i32 %count, ptr %vector, ptr %slices) nounwind {
entry:
  %wide = sext i32 %count to i64
  store ptr %slices, ptr @arguments
  store i64 %wide, ptr getelementptr (%slice, ptr @arguments, i64 0, i32 1)
  %behind = add i64 %wide, 1
  %variables = getelementptr ptr, ptr %vector, i64 %behind
  store ptr %variables, ptr @environment
  br label %next
next:
  %i = phi i64 [ 0, %entry ], [ %more, %argument ]
  %end = icmp sge i64 %i, %wide
  br i1 %end, label %done, label %argument
argument:
  %text_at = getelementptr ptr, ptr %vector, i64 %i
  %text = load ptr, ptr %text_at
  %length = call i64 @length_of(ptr %text)
  call void @set_part(ptr %slices, i64 %i, ptr %text, i64 %length)
  %more = add i64 %i, 1
  br label %next
done:
  call void @record_stack(ptr %variables)
  ret void
}

; The stack ends a few bytes above the name of the program, which the auxiliary vector points to
; (AT_EXECFN, 31).
define internal void @record_stack(ptr %variables) nounwind {
entry:
  br label %variable
variable:
  %at = phi ptr [ %variables, %entry ], [ %behind, %variable ]
  %text = load ptr, ptr %at
  %behind = getelementptr ptr, ptr %at, i64 1
  %last = icmp eq ptr %text, null
  br i1 %last, label %auxiliary, label %variable
auxiliary:
  %pair = phi ptr [ %behind, %variable ], [ %next_pair, %other ]
  %key = load i64, ptr %pair
  %value_at = getelementptr i64, ptr %pair, i64 1
  %next_pair = getelementptr i64, ptr %pair, i64 2
  switch i64 %key, label %other [
    i64 0, label %unknown
    i64 31, label %name
  ]
other:
  br label %auxiliary
name:
  %name_text = load ptr, ptr %value_at
  %name_length = call i64 @length_of(ptr %name_text)
  %name_end = getelementptr i8, ptr %name_text, i64 %name_length
  br label %known
unknown:
  br label %known
known:
  %high = phi ptr [ %name_end, %name ], [ %pair, %unknown ]
  call void @record_main_stack(ptr %high)
  ret void
}

; What executables share: the process's arguments and environment.

@arguments = internal global %slice zeroinitializer, align 8
@environment = internal global ptr null, align 8

declare i32 @main(i32, ptr)

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

define hidden %slice @pink_arguments() nounwind {
  %all = load %slice, ptr @arguments
  ret %slice %all
}

; The value of the variable of that name, or null.
define hidden ptr @pink_environment(ptr %name) nounwind {
entry:
  %length = call i64 @length_of(ptr %name)
  %first = load ptr, ptr @environment
  br label %variable
variable:
  %at = phi ptr [ %first, %entry ], [ %behind, %differs ]
  %text = load ptr, ptr %at
  %none = icmp eq ptr %text, null
  br i1 %none, label %missing, label %compare
compare:
  %i = phi i64 [ 0, %variable ], [ %more, %same ]
  %text_byte_at = getelementptr i8, ptr %text, i64 %i
  %text_byte = load i8, ptr %text_byte_at
  %end = icmp eq i64 %i, %length
  br i1 %end, label %value, label %byte
byte:
  %name_byte_at = getelementptr i8, ptr %name, i64 %i
  %name_byte = load i8, ptr %name_byte_at
  %equal = icmp eq i8 %text_byte, %name_byte
  br i1 %equal, label %same, label %differs
same:
  %more = add i64 %i, 1
  br label %compare
differs:
  %behind = getelementptr ptr, ptr %at, i64 1
  br label %variable
value:
  %assigned = icmp eq i8 %text_byte, 61
  %answer = getelementptr i8, ptr %text_byte_at, i64 1
  br i1 %assigned, label %found, label %differs
found:
  ret ptr %answer
missing:
  ret ptr null
}

define hidden void @pink_panic(ptr %message, i64 %length, ptr %file, i32 %line, i32 %column) noreturn nounwind cold {
  call void @report_panic(ptr %message, i64 %length, ptr %file, i32 %line, i32 %column)
  call void @pink_exit(i32 101)
  unreachable
}

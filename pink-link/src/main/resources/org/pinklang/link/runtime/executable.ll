; What executables share: the process's arguments and environment.

@arguments = internal global %slice zeroinitializer, align 8
@environment = internal global ptr null, align 8

declare i32 @main(i32, ptr)

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

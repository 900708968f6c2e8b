; The WebAssembly System Interface, preview 1: processes and time. Errors are the numbers that Linux
; has for them, negative.

@pink_stack_limit = hidden global i64 0, align 8

declare i32 @wasi_args_sizes_get(ptr, ptr) "wasm-import-module"="wasi_snapshot_preview1" "wasm-import-name"="args_sizes_get"
declare i32 @wasi_args_get(ptr, ptr) "wasm-import-module"="wasi_snapshot_preview1" "wasm-import-name"="args_get"
declare i32 @wasi_environ_sizes_get(ptr, ptr) "wasm-import-module"="wasi_snapshot_preview1" "wasm-import-name"="environ_sizes_get"
declare i32 @wasi_environ_get(ptr, ptr) "wasm-import-module"="wasi_snapshot_preview1" "wasm-import-name"="environ_get"
declare i32 @wasi_clock_time_get(i32, i64, ptr) "wasm-import-module"="wasi_snapshot_preview1" "wasm-import-name"="clock_time_get"
declare void @wasi_proc_exit(i32) noreturn "wasm-import-module"="wasi_snapshot_preview1" "wasm-import-name"="proc_exit"

; By WASI's number: E2BIG, EACCES, EADDRINUSE and so on in the order of their names, as far as Linux
; has them.
@errors = private unnamed_addr constant [77 x i8] [
  i8 0, i8 7, i8 13, i8 98, i8 99, i8 97, i8 11, i8 114, i8 9, i8 74, i8 16, i8 125, i8 10,
  i8 103, i8 111, i8 104, i8 35, i8 89, i8 33, i8 122, i8 17, i8 14, i8 27, i8 113, i8 43, i8 84,
  i8 115, i8 4, i8 22, i8 5, i8 106, i8 21, i8 40, i8 24, i8 31, i8 90, i8 72, i8 36, i8 100,
  i8 102, i8 101, i8 23, i8 105, i8 19, i8 2, i8 8, i8 37, i8 67, i8 12, i8 42, i8 92, i8 28,
  i8 38, i8 107, i8 20, i8 39, i8 131, i8 88, i8 95, i8 25, i8 6, i8 75, i8 130, i8 1, i8 32,
  i8 71, i8 93, i8 91, i8 34, i8 30, i8 29, i8 3, i8 116, i8 110, i8 26, i8 18, i8 1
]

; The negative number of an error, 5 (EIO) for those not known.
define internal i64 @failure(i32 %error) nounwind cold {
  %is_known = icmp ult i32 %error, 77
  %wide = zext i32 %error to i64
  %at = getelementptr [77 x i8], ptr @errors, i64 0, i64 %wide
  br i1 %is_known, label %known, label %unknown
known:
  %byte = load i8, ptr %at
  %number = zext i8 %byte to i64
  %negative = sub i64 0, %number
  ret i64 %negative
unknown:
  ret i64 -5
}

; A result, or the negative number of the error there was.
define internal i64 @result_of(i32 %error, i64 %result) nounwind {
  %worked = icmp eq i32 %error, 0
  br i1 %worked, label %good, label %bad
good:
  ret i64 %result
bad:
  %number = call i64 @failure(i32 %error)
  ret i64 %number
}

define void @_start() nounwind {
entry:
  %count_at = alloca i32, align 4
  %bytes_at = alloca i32, align 4
  ; The linker puts the stack's 8 MiB at address 0.
  %reserve = call i64 @stack_reserve(i64 8388608)
  store i64 %reserve, ptr @pink_stack_limit
  store i32 0, ptr %count_at
  store i32 0, ptr %bytes_at
  %a = call i32 @wasi_environ_sizes_get(ptr %count_at, ptr %bytes_at)
  %variables = call ptr @room_for_texts(ptr %count_at, ptr %bytes_at)
  %variable_texts = call ptr @texts_behind(ptr %variables, ptr %count_at)
  %b = call i32 @wasi_environ_get(ptr %variables, ptr %variable_texts)
  store ptr %variables, ptr @environment
  store i32 0, ptr %count_at
  store i32 0, ptr %bytes_at
  %c = call i32 @wasi_args_sizes_get(ptr %count_at, ptr %bytes_at)
  %vector = call ptr @room_for_texts(ptr %count_at, ptr %bytes_at)
  %texts = call ptr @texts_behind(ptr %vector, ptr %count_at)
  %d = call i32 @wasi_args_get(ptr %vector, ptr %texts)
  %count = load i32, ptr %count_at
  call void @record_arguments(i32 %count, ptr %vector)
  %status = call i32 @main(i32 %count, ptr %vector)
  %succeeded = icmp eq i32 %status, 0
  br i1 %succeeded, label %done, label %exit
exit:
  call void @pink_exit(i32 %status)
  unreachable
done:
  ret void
}

; Memory for so many pointers, a null and so many bytes of text; it is all zero.
define internal ptr @room_for_texts(ptr %count_at, ptr %bytes_at) nounwind {
  %count = load i32, ptr %count_at
  %bytes = load i32, ptr %bytes_at
  %pointers = mul i32 %count, 4
  %with_null = add i32 %pointers, 4
  %all = add i32 %with_null, %bytes
  %wide = zext i32 %all to i64
  %address = call i64 @system_map(i64 %wide)
  %failed = icmp slt i64 %address, 0
  br i1 %failed, label %no_memory, label %enough
no_memory:
  call void @wasi_proc_exit(i32 101)
  unreachable
enough:
  %room = inttoptr i64 %address to ptr
  ret ptr %room
}

define internal ptr @texts_behind(ptr %vector, ptr %count_at) nounwind {
  %count = load i32, ptr %count_at
  %behind = add i32 %count, 1
  %texts = getelementptr ptr, ptr %vector, i32 %behind
  ret ptr %texts
}

define internal void @record_arguments(i32 %count, ptr %vector) nounwind {
entry:
  %wide = zext i32 %count to i64
  %size = mul i64 %wide, 16
  %address = call i64 @system_map(i64 %size)
  %failed = icmp slt i64 %address, 0
  br i1 %failed, label %done, label %enough
enough:
  %slices = inttoptr i64 %address to ptr
  store ptr %slices, ptr @arguments
  store i64 %wide, ptr getelementptr (%slice, ptr @arguments, i64 0, i32 1)
  br label %next
next:
  %i = phi i64 [ 0, %enough ], [ %more, %argument ]
  %end = icmp uge i64 %i, %wide
  br i1 %end, label %done, label %argument
argument:
  %text_at = getelementptr ptr, ptr %vector, i64 %i
  %text = load ptr, ptr %text_at
  %length = call i64 @length_of(ptr %text)
  call void @set_part(ptr %slices, i64 %i, ptr %text, i64 %length)
  %more = add i64 %i, 1
  br label %next
done:
  ret void
}

define hidden void @pink_exit(i32 %status) noreturn nounwind {
  %low = and i32 %status, 255
  call void @wasi_proc_exit(i32 %low)
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

; The monotonic clock into seconds and nanoseconds.
define internal i64 @system_clock(ptr %time) nounwind {
  %now_at = alloca i64, align 8
  store i64 0, ptr %now_at
  %error = call i32 @wasi_clock_time_get(i32 1, i64 1, ptr %now_at)
  %now = load i64, ptr %now_at
  %seconds = udiv i64 %now, 1000000000
  %fraction = urem i64 %now, 1000000000
  %fraction_at = getelementptr i64, ptr %time, i64 1
  store i64 %seconds, ptr %time
  store i64 %fraction, ptr %fraction_at
  %result = call i64 @result_of(i32 %error, i64 0)
  ret i64 %result
}

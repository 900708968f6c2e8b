; Code loaded into a process of somebody else: what ends the program there ends the call from Java
; instead. The process's part of the runtime, which all loaded programs share, has the threads.

@pink_process_arguments = global %slice zeroinitializer, align 8

; Of the process's part.
declare ptr @pink_host_innermost()
declare void @pink_host_panic(ptr, ptr, i64, ptr, i32, i32, ptr) noreturn
declare void @pink_host_exit(ptr, i32) noreturn
declare i1 @pink_host_is_out_of_stack(ptr, i64)

declare ptr @getenv(ptr)
declare void @exit(i32) noreturn

define void @pink_out_of_stack(ptr %file, i32 %line, i32 %column) nounwind cold uwtable {
  call void @pink_out_of_stack_for(ptr %file, i32 %line, i32 %column, i64 0)
  ret void
}

; The same for a function that has not taken its %bytes of stack yet.
define void @pink_out_of_stack_for(ptr %file, i32 %line, i32 %column, i64 %bytes) nounwind cold uwtable {
start:
  %frame = call ptr @llvm.frameaddress.p0(i32 0)
  %is_out = call i1 @pink_host_is_out_of_stack(ptr %frame, i64 %bytes)
  br i1 %is_out, label %out, label %enough
out:
  call void @pink_panic(ptr @text_stack, i64 12, ptr %file, i32 %line, i32 %column)
  unreachable
enough:
  ret void
}

; Ends the innermost call from Java. A thread that C code made has none, and nobody to tell. Its
; frame is where the walk over the frames of the program begins.
define hidden void @pink_panic(ptr %message, i64 %length, ptr %file, i32 %line, i32 %column) noreturn nounwind cold uwtable "frame-pointer"="all" {
start:
  %frame = call ptr @llvm.frameaddress.p0(i32 0)
  %entry = call ptr @pink_host_innermost()
  %is_none = icmp eq ptr %entry, null
  br i1 %is_none, label %foreign, label %tell
foreign:
  call void @report_panic(ptr %message, i64 %length, ptr %file, i32 %line, i32 %column)
  call void @exit(i32 101)
  unreachable
tell:
  %high = ptrtoint ptr %entry to i64
  call void @release_lock(i64 %high)
  call void @pink_host_panic(ptr %entry, ptr %message, i64 %length, ptr %file, i32 %line, i32 %column, ptr %frame)
  unreachable
}

define hidden void @pink_exit(i32 %status) noreturn nounwind {
start:
  %entry = call ptr @pink_host_innermost()
  %is_none = icmp eq ptr %entry, null
  br i1 %is_none, label %foreign, label %tell
foreign:
  call void @exit(i32 %status)
  unreachable
tell:
  call void @pink_host_exit(ptr %entry, i32 %status)
  unreachable
}

define %slice @pink_arguments() nounwind {
  %all = load %slice, ptr @pink_process_arguments
  ret %slice %all
}

define ptr @pink_environment(ptr %name) nounwind {
  %value = call ptr @getenv(ptr %name)
  ret ptr %value
}

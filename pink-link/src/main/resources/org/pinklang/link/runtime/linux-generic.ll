; Linux on the processors whose system calls have the kernel's generic numbers. Every function gives
; the kernel's result, a negative errno when it fails.

define internal i64 @system_call(i64 %number, i64 %a, i64 %b, i64 %c) nounwind {
  %result = call i64 @system_call_of_six(i64 %number, i64 %a, i64 %b, i64 %c, i64 0, i64 0, i64 0)
  ret i64 %result
}

define internal i64 @system_read(i32 %file, ptr %data, i64 %length) nounwind {
  %a = sext i32 %file to i64
  %b = ptrtoint ptr %data to i64
  %result = call i64 @system_call(i64 63, i64 %a, i64 %b, i64 %length)
  ret i64 %result
}

define internal i64 @system_write(i32 %file, ptr %data, i64 %length) nounwind {
  %a = sext i32 %file to i64
  %b = ptrtoint ptr %data to i64
  %result = call i64 @system_call(i64 64, i64 %a, i64 %b, i64 %length)
  ret i64 %result
}

define internal i64 @system_write_parts(i32 %file, ptr %parts, i64 %count) nounwind {
  %a = sext i32 %file to i64
  %b = ptrtoint ptr %parts to i64
  %result = call i64 @system_call(i64 66, i64 %a, i64 %b, i64 %count)
  ret i64 %result
}

; openat from AT_FDCWD.
define internal i64 @system_open(ptr %path, i64 %flags, i64 %permissions) nounwind {
  %b = ptrtoint ptr %path to i64
  %result = call i64 @system_call_of_six(i64 56, i64 -100, i64 %b, i64 %flags, i64 %permissions, i64 0, i64 0)
  ret i64 %result
}

define internal i64 @system_close(i32 %file) nounwind {
  %a = sext i32 %file to i64
  %result = call i64 @system_call(i64 57, i64 %a, i64 0, i64 0)
  ret i64 %result
}

; struct stat has 128 bytes, st_size at 48.
define internal i64 @system_file_size(i32 %file) nounwind {
  %status = alloca [128 x i8], align 8
  %a = sext i32 %file to i64
  %b = ptrtoint ptr %status to i64
  %result = call i64 @system_call(i64 80, i64 %a, i64 %b, i64 0)
  %failed = icmp slt i64 %result, 0
  %at = getelementptr i8, ptr %status, i64 48
  %size = load i64, ptr %at, align 8
  %answer = select i1 %failed, i64 %result, i64 %size
  ret i64 %answer
}

; PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS.
define internal i64 @system_map(i64 %size) nounwind {
  %result = call i64 @system_call_of_six(i64 222, i64 0, i64 %size, i64 3, i64 34, i64 -1, i64 0)
  ret i64 %result
}

define internal i64 @system_unmap(ptr %memory, i64 %size) nounwind {
  %a = ptrtoint ptr %memory to i64
  %result = call i64 @system_call(i64 215, i64 %a, i64 %size, i64 0)
  ret i64 %result
}

; CLOCK_MONOTONIC into a struct timespec.
define internal i64 @system_clock(ptr %time) nounwind {
  %b = ptrtoint ptr %time to i64
  %result = call i64 @system_call(i64 113, i64 1, i64 %b, i64 0)
  ret i64 %result
}

; prlimit64 of this process: RLIMIT_STACK into a struct rlimit64, the soft limit, then the hard one;
; all ones is no limit.
define internal i64 @system_stack_size(ptr %limits) nounwind {
  %d = ptrtoint ptr %limits to i64
  %result = call i64 @system_call_of_six(i64 261, i64 0, i64 3, i64 0, i64 %d, i64 0, i64 0)
  ret i64 %result
}

define internal void @system_exit(i32 %status) noreturn nounwind {
  %a = sext i32 %status to i64
  br label %again
again:
  %result = call i64 @system_call(i64 94, i64 %a, i64 0, i64 0)
  br label %again
}

; Linux on x86-64: system calls by number, and the first instructions of a process.
; Every function gives the kernel's result, a negative errno when it fails.

define internal i64 @system_call(i64 %number, i64 %a, i64 %b, i64 %c) nounwind {
  %result = call i64 asm sideeffect "syscall", "={rax},{rax},{rdi},{rsi},{rdx},~{rcx},~{r11},~{memory}"(i64 %number, i64 %a, i64 %b, i64 %c)
  ret i64 %result
}

define internal i64 @system_call_of_six(i64 %number, i64 %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %f) nounwind {
  %result = call i64 asm sideeffect "syscall", "={rax},{rax},{rdi},{rsi},{rdx},{r10},{r8},{r9},~{rcx},~{r11},~{memory}"(i64 %number, i64 %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %f)
  ret i64 %result
}

define internal i64 @system_read(i32 %file, ptr %data, i64 %length) nounwind {
  %a = sext i32 %file to i64
  %b = ptrtoint ptr %data to i64
  %result = call i64 @system_call(i64 0, i64 %a, i64 %b, i64 %length)
  ret i64 %result
}

define internal i64 @system_write(i32 %file, ptr %data, i64 %length) nounwind {
  %a = sext i32 %file to i64
  %b = ptrtoint ptr %data to i64
  %result = call i64 @system_call(i64 1, i64 %a, i64 %b, i64 %length)
  ret i64 %result
}

define internal i64 @system_write_parts(i32 %file, ptr %parts, i64 %count) nounwind {
  %a = sext i32 %file to i64
  %b = ptrtoint ptr %parts to i64
  %result = call i64 @system_call(i64 20, i64 %a, i64 %b, i64 %count)
  ret i64 %result
}

define internal i64 @system_open(ptr %path, i64 %flags, i64 %permissions) nounwind {
  %a = ptrtoint ptr %path to i64
  %result = call i64 @system_call(i64 2, i64 %a, i64 %flags, i64 %permissions)
  ret i64 %result
}

define internal i64 @system_close(i32 %file) nounwind {
  %a = sext i32 %file to i64
  %result = call i64 @system_call(i64 3, i64 %a, i64 0, i64 0)
  ret i64 %result
}

; struct stat has 144 bytes, st_size at 48.
define internal i64 @system_file_size(i32 %file) nounwind {
  %status = alloca [144 x i8], align 8
  %a = sext i32 %file to i64
  %b = ptrtoint ptr %status to i64
  %result = call i64 @system_call(i64 5, i64 %a, i64 %b, i64 0)
  %failed = icmp slt i64 %result, 0
  %at = getelementptr i8, ptr %status, i64 48
  %size = load i64, ptr %at, align 8
  %answer = select i1 %failed, i64 %result, i64 %size
  ret i64 %answer
}

; PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS.
define internal i64 @system_map(i64 %size) nounwind {
  %result = call i64 @system_call_of_six(i64 9, i64 0, i64 %size, i64 3, i64 34, i64 -1, i64 0)
  ret i64 %result
}

define internal i64 @system_unmap(ptr %memory, i64 %size) nounwind {
  %a = ptrtoint ptr %memory to i64
  %result = call i64 @system_call(i64 11, i64 %a, i64 %size, i64 0)
  ret i64 %result
}

; CLOCK_MONOTONIC into a struct timespec.
define internal i64 @system_clock(ptr %time) nounwind {
  %b = ptrtoint ptr %time to i64
  %result = call i64 @system_call(i64 228, i64 1, i64 %b, i64 0)
  ret i64 %result
}

; RLIMIT_STACK into a struct rlimit: the soft limit, then the hard one; all ones is no limit.
define internal i64 @system_stack_size(ptr %limits) nounwind {
  %b = ptrtoint ptr %limits to i64
  %result = call i64 @system_call(i64 97, i64 3, i64 %b, i64 0)
  ret i64 %result
}

define internal void @system_exit(i32 %status) noreturn nounwind {
  %a = sext i32 %status to i64
  br label %again
again:
  %result = call i64 @system_call(i64 231, i64 %a, i64 0, i64 0)
  br label %again
}

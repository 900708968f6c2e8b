; What every flavour of the runtime shares: texts, panics, files, memory, time.
; It calls the functions of the target's file (system_...) and, to end, the flavour's (@stop).

%slice = type { ptr, i64 }

@panic_head = private unnamed_addr constant [7 x i8] c"panic: "
@panic_at = private unnamed_addr constant [4 x i8] c" at "
@text_index = private unnamed_addr constant [6 x i8] c"index "
@text_slice = private unnamed_addr constant [6 x i8] c"slice "
@text_range = private unnamed_addr constant [2 x i8] c".."
@text_length = private unnamed_addr constant [25 x i8] c" out of range for length "
@text_stack = private unnamed_addr constant [12 x i8] c"out of stack"

; The length of a text that ends with a zero byte.
define internal i64 @length_of(ptr %text) nounwind "no-builtins" {
entry:
  br label %next
next:
  %n = phi i64 [ 0, %entry ], [ %more, %next ]
  %at = getelementptr i8, ptr %text, i64 %n
  %byte = load i8, ptr %at
  %more = add i64 %n, 1
  %end = icmp eq i8 %byte, 0
  br i1 %end, label %done, label %next
done:
  ret i64 %n
}

; Copies a text to %at; gives the place behind it.
define internal ptr @append_text(ptr %at, ptr %text, i64 %length) nounwind "no-builtins" {
entry:
  br label %next
next:
  %n = phi i64 [ 0, %entry ], [ %more, %copy ]
  %end = icmp eq i64 %n, %length
  br i1 %end, label %done, label %copy
copy:
  %from = getelementptr i8, ptr %text, i64 %n
  %to = getelementptr i8, ptr %at, i64 %n
  %byte = load i8, ptr %from
  store i8 %byte, ptr %to
  %more = add i64 %n, 1
  br label %next
done:
  %behind = getelementptr i8, ptr %at, i64 %length
  ret ptr %behind
}

; Writes a signed number in decimal, at most 20 bytes; gives the place behind it.
define internal ptr @append_integer(ptr %at, i64 %value) nounwind {
  %behind = call ptr @append_number(ptr %at, i64 %value, i32 0)
  ret ptr %behind
}

; Writes a number in decimal, at most 20 bytes; gives the place behind it.
define internal ptr @append_number(ptr %at, i64 %value, i32 %unsigned) nounwind {
entry:
  %below_zero = icmp slt i64 %value, 0
  %signed = icmp eq i32 %unsigned, 0
  %negative = and i1 %below_zero, %signed
  br i1 %negative, label %sign, label %positive
sign:
  store i8 45, ptr %at
  %behind_sign = getelementptr i8, ptr %at, i64 1
  %negated = sub i64 0, %value
  br label %positive
positive:
  %first = phi ptr [ %at, %entry ], [ %behind_sign, %sign ]
  %magnitude = phi i64 [ %value, %entry ], [ %negated, %sign ]
  br label %count
count:
  %rest = phi i64 [ %magnitude, %positive ], [ %shorter, %count ]
  %digits = phi i64 [ 1, %positive ], [ %more_digits, %count ]
  %shorter = udiv i64 %rest, 10
  %more_digits = add i64 %digits, 1
  %counted = icmp ult i64 %rest, 10
  br i1 %counted, label %write, label %count
write:
  %behind = getelementptr i8, ptr %first, i64 %digits
  br label %digit
digit:
  %number = phi i64 [ %magnitude, %write ], [ %quotient, %digit ]
  %to = phi ptr [ %behind, %write ], [ %place, %digit ]
  %quotient = udiv i64 %number, 10
  %remainder = urem i64 %number, 10
  %small = trunc i64 %remainder to i8
  %character = add i8 %small, 48
  %place = getelementptr i8, ptr %to, i64 -1
  store i8 %character, ptr %place
  %last = icmp eq ptr %place, %first
  br i1 %last, label %done, label %digit
done:
  ret ptr %behind
}

; Writes all parts, in one system call where the kernel takes them so.
define internal void @write_parts(i32 %file, ptr %all, i64 %number) nounwind {
entry:
  br label %again
again:
  %parts = phi ptr [ %all, %entry ], [ %parts, %again ], [ %now, %partly ]
  %count = phi i64 [ %number, %entry ], [ %count, %again ], [ %left, %partly ]
  %written = call i64 @system_write_parts(i32 %file, ptr %parts, i64 %count)
  %interrupted = icmp eq i64 %written, -4
  br i1 %interrupted, label %again, label %check
check:
  %stuck = icmp sle i64 %written, 0
  br i1 %stuck, label %done, label %skip
skip:
  %now = phi ptr [ %parts, %check ], [ %next, %whole ]
  %left = phi i64 [ %count, %check ], [ %fewer, %whole ]
  %rest = phi i64 [ %written, %check ], [ %rest_behind, %whole ]
  %none = icmp eq i64 %left, 0
  br i1 %none, label %done, label %compare
compare:
  %length_at = getelementptr %slice, ptr %now, i64 0, i32 1
  %length = load i64, ptr %length_at
  %is_whole = icmp uge i64 %rest, %length
  br i1 %is_whole, label %whole, label %partly
whole:
  %rest_behind = sub i64 %rest, %length
  %next = getelementptr %slice, ptr %now, i64 1
  %fewer = sub i64 %left, 1
  br label %skip
partly:
  %data = load ptr, ptr %now
  %data_left = getelementptr i8, ptr %data, i64 %rest
  %length_left = sub i64 %length, %rest
  store ptr %data_left, ptr %now
  store i64 %length_left, ptr %length_at
  br label %again
done:
  ret void
}

define internal void @set_part(ptr %parts, i64 %index, ptr %data, i64 %length) nounwind {
  %at = getelementptr %slice, ptr %parts, i64 %index
  %length_at = getelementptr %slice, ptr %at, i64 0, i32 1
  store ptr %data, ptr %at
  store i64 %length, ptr %length_at
  ret void
}

; Writes "panic: MESSAGE at FILE:LINE:COLUMN\n" to standard error.
define internal void @report_panic(ptr %message, i64 %length, ptr %file, i32 %line, i32 %column) nounwind cold {
  %parts = alloca [5 x %slice], align 8
  %position = alloca [48 x i8], align 8
  %line_wide = zext i32 %line to i64
  %column_wide = zext i32 %column to i64
  store i8 58, ptr %position
  %line_at = getelementptr i8, ptr %position, i64 1
  %line_end = call ptr @append_integer(ptr %line_at, i64 %line_wide)
  store i8 58, ptr %line_end
  %column_at = getelementptr i8, ptr %line_end, i64 1
  %column_end = call ptr @append_integer(ptr %column_at, i64 %column_wide)
  store i8 10, ptr %column_end
  %start = ptrtoint ptr %position to i64
  %end = ptrtoint ptr %column_end to i64
  %before_newline = sub i64 %end, %start
  %position_length = add i64 %before_newline, 1
  %file_length = call i64 @length_of(ptr %file)
  call void @set_part(ptr %parts, i64 0, ptr @panic_head, i64 7)
  call void @set_part(ptr %parts, i64 1, ptr %message, i64 %length)
  call void @set_part(ptr %parts, i64 2, ptr @panic_at, i64 4)
  call void @set_part(ptr %parts, i64 3, ptr %file, i64 %file_length)
  call void @set_part(ptr %parts, i64 4, ptr %position, i64 %position_length)
  call void @write_parts(i32 2, ptr %parts, i64 5)
  ret void
}

; %unsigned is 1 where the index has the type Unsigned64, else 0.
define hidden void @pink_panic_index(i64 %index, i64 %length, i32 %unsigned, ptr %file, i32 %line, i32 %column) noreturn nounwind cold uwtable {
  %message = alloca [128 x i8], align 8
  %a = call ptr @append_text(ptr %message, ptr @text_index, i64 6)
  %b = call ptr @append_number(ptr %a, i64 %index, i32 %unsigned)
  call void @panic_range(ptr %message, ptr %b, i64 %length, ptr %file, i32 %line, i32 %column)
  unreachable
}

; %unsigned is 1 where the lower bound has the type Unsigned64, plus 2 where the upper one has.
define hidden void @pink_panic_slice(i64 %from, i64 %to, i64 %length, i32 %unsigned, ptr %file, i32 %line, i32 %column) noreturn nounwind cold uwtable {
  %message = alloca [128 x i8], align 8
  %unsigned_from = and i32 %unsigned, 1
  %unsigned_to = and i32 %unsigned, 2
  %a = call ptr @append_text(ptr %message, ptr @text_slice, i64 6)
  %b = call ptr @append_number(ptr %a, i64 %from, i32 %unsigned_from)
  %c = call ptr @append_text(ptr %b, ptr @text_range, i64 2)
  %d = call ptr @append_number(ptr %c, i64 %to, i32 %unsigned_to)
  call void @panic_range(ptr %message, ptr %d, i64 %length, ptr %file, i32 %line, i32 %column)
  unreachable
}

; A negative length is that of memory behind a pointer, which nobody knows.
define internal void @panic_range(ptr %message, ptr %at, i64 %length, ptr %file, i32 %line, i32 %column) noreturn nounwind cold uwtable {
  %unknown = icmp slt i64 %length, 0
  %words = select i1 %unknown, i64 13, i64 25
  %a = call ptr @append_text(ptr %at, ptr @text_length, i64 %words)
  %b = call ptr @append_integer(ptr %a, i64 %length)
  %last = select i1 %unknown, ptr %a, ptr %b
  %start = ptrtoint ptr %message to i64
  %end = ptrtoint ptr %last to i64
  %message_length = sub i64 %end, %start
  call void @pink_panic(ptr %message, i64 %message_length, ptr %file, i32 %line, i32 %column)
  unreachable
}

define hidden i64 @pink_write(i32 %file, ptr %data, i64 %length) nounwind {
entry:
  br label %again
again:
  %result = call i64 @system_write(i32 %file, ptr %data, i64 %length)
  %interrupted = icmp eq i64 %result, -4
  br i1 %interrupted, label %again, label %done
done:
  ret i64 %result
}

define hidden i64 @pink_read(i32 %file, ptr %data, i64 %length) nounwind {
entry:
  br label %again
again:
  %result = call i64 @system_read(i32 %file, ptr %data, i64 %length)
  %interrupted = icmp eq i64 %result, -4
  br i1 %interrupted, label %again, label %done
done:
  ret i64 %result
}

; Modes: 0 read, 1 write (made or emptied), 2 append (made when missing). O_CLOEXEC always.
define hidden i64 @pink_open(ptr %path, i32 %mode) nounwind {
entry:
  switch i32 %mode, label %invalid [
    i32 0, label %again
    i32 1, label %write
    i32 2, label %append
  ]
write:
  br label %again
append:
  br label %again
again:
  %flags = phi i64 [ 524288, %entry ], [ 524865, %write ], [ 525377, %append ], [ %flags, %again ]
  %result = call i64 @system_open(ptr %path, i64 %flags, i64 438)
  %interrupted = icmp eq i64 %result, -4
  br i1 %interrupted, label %again, label %done
done:
  ret i64 %result
invalid:
  ret i64 -22
}

define hidden i64 @pink_close(i32 %file) nounwind {
  %result = call i64 @system_close(i32 %file)
  ret i64 %result
}

define hidden i64 @pink_file_size(i32 %file) nounwind {
  %result = call i64 @system_file_size(i32 %file)
  ret i64 %result
}

define hidden ptr @pink_map(i64 %size) nounwind {
  %result = call i64 @system_map(i64 %size)
  %failed = icmp ugt i64 %result, -4096
  %memory = inttoptr i64 %result to ptr
  %answer = select i1 %failed, ptr null, ptr %memory
  ret ptr %answer
}

define hidden void @pink_unmap(ptr %memory, i64 %size) nounwind {
  %result = call i64 @system_unmap(ptr %memory, i64 %size)
  ret void
}

define hidden i64 @pink_time_nanoseconds() nounwind {
  %time = alloca [2 x i64], align 8
  store [2 x i64] zeroinitializer, ptr %time
  %result = call i64 @system_clock(ptr %time)
  %seconds = load i64, ptr %time
  %fraction_at = getelementptr i64, ptr %time, i64 1
  %fraction = load i64, ptr %fraction_at
  %whole = mul i64 %seconds, 1000000000
  %sum = add i64 %whole, %fraction
  ret i64 %sum
}

declare ptr @llvm.frameaddress.p0(i32 immarg)

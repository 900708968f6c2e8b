; The WebAssembly System Interface, preview 1: files. A path is looked up below the folder that was
; opened for the process before it started and whose name is the longest beginning of the path;
; leading slashes and `./` count on neither side.

declare i32 @wasi_fd_write(i32, ptr, i32, ptr) "wasm-import-module"="wasi_snapshot_preview1" "wasm-import-name"="fd_write"
declare i32 @wasi_fd_read(i32, ptr, i32, ptr) "wasm-import-module"="wasi_snapshot_preview1" "wasm-import-name"="fd_read"
declare i32 @wasi_fd_close(i32) "wasm-import-module"="wasi_snapshot_preview1" "wasm-import-name"="fd_close"
declare i32 @wasi_fd_filestat_get(i32, ptr) "wasm-import-module"="wasi_snapshot_preview1" "wasm-import-name"="fd_filestat_get"
declare i32 @wasi_fd_prestat_get(i32, ptr) "wasm-import-module"="wasi_snapshot_preview1" "wasm-import-name"="fd_prestat_get"
declare i32 @wasi_fd_prestat_dir_name(i32, ptr, i32) "wasm-import-module"="wasi_snapshot_preview1" "wasm-import-name"="fd_prestat_dir_name"
declare i32 @wasi_path_open(i32, i32, ptr, i32, i32, i64, i64, i32, ptr) "wasm-import-module"="wasi_snapshot_preview1" "wasm-import-name"="path_open"

%vector = type { ptr, i32 }

define internal i64 @system_write(i32 %file, ptr %data, i64 %length) nounwind {
  %part = alloca %slice, align 8
  call void @set_part(ptr %part, i64 0, ptr %data, i64 %length)
  %result = call i64 @system_write_parts(i32 %file, ptr %part, i64 1)
  ret i64 %result
}

; At most eight of the parts; who asked asks again for the others.
define internal i64 @system_write_parts(i32 %file, ptr %parts, i64 %number) nounwind {
entry:
  %vectors = alloca [8 x %vector], align 4
  %written_at = alloca i32, align 4
  store i32 0, ptr %written_at
  %count = call i64 @llvm.umin.i64(i64 %number, i64 8)
  br label %next
next:
  %i = phi i64 [ 0, %entry ], [ %more, %part ]
  %end = icmp eq i64 %i, %count
  br i1 %end, label %write, label %part
part:
  %from = getelementptr %slice, ptr %parts, i64 %i
  %length_at = getelementptr %slice, ptr %from, i64 0, i32 1
  %data = load ptr, ptr %from
  %length = load i64, ptr %length_at
  %limited = call i64 @llvm.umin.i64(i64 %length, i64 1073741824)
  %short = trunc i64 %limited to i32
  %to = getelementptr [8 x %vector], ptr %vectors, i64 0, i64 %i
  %short_at = getelementptr %vector, ptr %to, i64 0, i32 1
  store ptr %data, ptr %to
  store i32 %short, ptr %short_at
  %more = add i64 %i, 1
  br label %next
write:
  %short_count = trunc i64 %count to i32
  %error = call i32 @wasi_fd_write(i32 %file, ptr %vectors, i32 %short_count, ptr %written_at)
  %written = load i32, ptr %written_at
  %wide = zext i32 %written to i64
  %result = call i64 @result_of(i32 %error, i64 %wide)
  ret i64 %result
}

define internal i64 @system_read(i32 %file, ptr %data, i64 %length) nounwind {
  %to = alloca %vector, align 4
  %read_at = alloca i32, align 4
  store i32 0, ptr %read_at
  %limited = call i64 @llvm.umin.i64(i64 %length, i64 1073741824)
  %short = trunc i64 %limited to i32
  %short_at = getelementptr %vector, ptr %to, i64 0, i32 1
  store ptr %data, ptr %to
  store i32 %short, ptr %short_at
  %error = call i32 @wasi_fd_read(i32 %file, ptr %to, i32 1, ptr %read_at)
  %read = load i32, ptr %read_at
  %wide = zext i32 %read to i64
  %result = call i64 @result_of(i32 %error, i64 %wide)
  ret i64 %result
}

define internal i64 @system_close(i32 %file) nounwind {
  %error = call i32 @wasi_fd_close(i32 %file)
  %result = call i64 @result_of(i32 %error, i64 0)
  ret i64 %result
}

; A file's status has 64 bytes, its size at 32.
define internal i64 @system_file_size(i32 %file) nounwind {
  %status = alloca [64 x i8], align 8
  %at = getelementptr i8, ptr %status, i64 32
  store i64 0, ptr %at
  %error = call i32 @wasi_fd_filestat_get(i32 %file, ptr %status)
  %size = load i64, ptr %at, align 8
  %result = call i64 @result_of(i32 %error, i64 %size)
  ret i64 %result
}

; %flags are those of Linux: 1 for writing, 64 to make what is missing, 512 to empty it, 1024 to
; append. Rights are asked for as far as reading, seeking and asking for the size, or writing, need.
define internal i64 @system_open(ptr %path, i64 %flags, i64 %permissions) nounwind {
entry:
  %rest_at = alloca ptr, align 4
  %opened_at = alloca i32, align 4
  store i32 0, ptr %opened_at
  %folder = call i32 @folder_of(ptr %path, ptr %rest_at)
  %none = icmp slt i32 %folder, 0
  br i1 %none, label %missing, label %open
missing:
  ret i64 -2
open:
  %rest = load ptr, ptr %rest_at
  %length = call i64 @length_of(ptr %rest)
  %short = trunc i64 %length to i32
  %is_written = trunc i64 %flags to i1
  %rights = select i1 %is_written, i64 2097252, i64 2097190
  %making = lshr i64 %flags, 6
  %create = and i64 %making, 1
  %emptying = lshr i64 %flags, 6
  %truncate = and i64 %emptying, 8
  %modes = or i64 %create, %truncate
  %mode = trunc i64 %modes to i32
  %appending = lshr i64 %flags, 10
  %append = and i64 %appending, 1
  %file_flags = trunc i64 %append to i32
  %error = call i32 @wasi_path_open(i32 %folder, i32 1, ptr %rest, i32 %short, i32 %mode, i64 %rights, i64 0, i32 %file_flags, ptr %opened_at)
  %opened = load i32, ptr %opened_at
  %wide = zext i32 %opened to i64
  %result = call i64 @result_of(i32 %error, i64 %wide)
  ret i64 %result
}

; The opened folder that a path lies below, or -1; the path from there to %rest_at. Opened folders
; have the numbers from 3 on.
define internal i32 @folder_of(ptr %path, ptr %rest_at) nounwind {
entry:
  %status = alloca { i32, i32 }, align 4
  %name = alloca [4096 x i8], align 1
  %relative = call ptr @without_root(ptr %path)
  br label %next
next:
  %folder = phi i32 [ 3, %entry ], [ %following, %step ]
  %best = phi i32 [ -1, %entry ], [ %best_now, %step ]
  %best_length = phi i64 [ 0, %entry ], [ %best_length_now, %step ]
  %error = call i32 @wasi_fd_prestat_get(i32 %folder, ptr %status)
  %last = icmp ne i32 %error, 0
  br i1 %last, label %done, label %named
named:
  %length_at = getelementptr { i32, i32 }, ptr %status, i64 0, i32 1
  %length = load i32, ptr %length_at
  %fits = icmp ult i32 %length, 4096
  br i1 %fits, label %read, label %step
read:
  %ignored = call i32 @wasi_fd_prestat_dir_name(i32 %folder, ptr %name, i32 %length)
  %end_at = getelementptr i8, ptr %name, i32 %length
  store i8 0, ptr %end_at
  %prefix = call ptr @without_root(ptr %name)
  %matching = call i64 @beginning_of(ptr %relative, ptr %prefix)
  %matches = icmp sge i64 %matching, 0
  %first = icmp eq i32 %best, -1
  %longer = icmp sgt i64 %matching, %best_length
  %better = or i1 %first, %longer
  %taken = and i1 %matches, %better
  br label %step
step:
  %takes = phi i1 [ false, %named ], [ %taken, %read ]
  %found = phi i64 [ 0, %named ], [ %matching, %read ]
  %best_now = select i1 %takes, i32 %folder, i32 %best
  %best_length_now = select i1 %takes, i64 %found, i64 %best_length
  %following = add i32 %folder, 1
  br label %next
done:
  %behind = getelementptr i8, ptr %relative, i64 %best_length
  %rest = call ptr @without_root(ptr %behind)
  %byte = load i8, ptr %rest
  %is_folder = icmp eq i8 %byte, 0
  %shown = select i1 %is_folder, ptr @text_here, ptr %rest
  store ptr %shown, ptr %rest_at
  ret i32 %best
}

@text_here = private unnamed_addr constant [2 x i8] c".\00"

; A path without leading slashes and `./`, and without a `.` that is all of it.
define internal ptr @without_root(ptr %path) nounwind {
entry:
  br label %next
next:
  %at = phi ptr [ %path, %entry ], [ %behind, %skip ], [ %behind, %dot ]
  %byte = load i8, ptr %at
  %behind = getelementptr i8, ptr %at, i64 1
  switch i8 %byte, label %done [
    i8 47, label %skip
    i8 46, label %look
  ]
skip:
  br label %next
look:
  %second = load i8, ptr %behind
  switch i8 %second, label %done [
    i8 47, label %dot
    i8 0, label %dot
  ]
dot:
  br label %next
done:
  ret ptr %at
}

; How many bytes of a path a prefix takes up, -1 if the path does not begin with it.
define internal i64 @beginning_of(ptr %path, ptr %prefix) nounwind "no-builtins" {
entry:
  br label %next
next:
  %i = phi i64 [ 0, %entry ], [ %more, %same ]
  %path_at = getelementptr i8, ptr %path, i64 %i
  %prefix_at = getelementptr i8, ptr %prefix, i64 %i
  %path_byte = load i8, ptr %path_at
  %prefix_byte = load i8, ptr %prefix_at
  %end = icmp eq i8 %prefix_byte, 0
  br i1 %end, label %ended, label %compare
compare:
  %equal = icmp eq i8 %path_byte, %prefix_byte
  br i1 %equal, label %same, label %other
same:
  %more = add i64 %i, 1
  br label %next
; The prefix is over: at its beginning, behind a slash of its own, or where the path has one or ends.
ended:
  %whole = icmp eq i64 %i, 0
  br i1 %whole, label %matches, label %last
last:
  %last_at = getelementptr i8, ptr %prefix_at, i64 -1
  %last_byte = load i8, ptr %last_at
  %slash_before = icmp eq i8 %last_byte, 47
  %slash_here = icmp eq i8 %path_byte, 47
  %path_over = icmp eq i8 %path_byte, 0
  %a = or i1 %slash_before, %slash_here
  %b = or i1 %a, %path_over
  br i1 %b, label %matches, label %other
matches:
  ret i64 %i
other:
  ret i64 -1
}

; Code loaded into a process of somebody else: several threads run it at once, each entering through
; @pink_enter, and none of its endings may end the process.

@pink_stack_limit = global i64 0, align 8
@pink_process_arguments = global %slice zeroinitializer, align 8
@limit_key = internal global i32 0, align 4
@entry_key = internal global i32 0, align 4
@entries = internal global ptr null, align 8
; A pthread_mutex_t, at most 48 bytes, that is unlocked when all its bytes are zero.
@entries_lock = internal global [64 x i8] zeroinitializer, align 16

; One call from outside, on the stack of its thread: the one it is nested in, the next of another
; thread, this thread's limit, the caller's block and where an ending continues.
%entry = type { ptr, ptr, i64, ptr, [320 x i8] }

; What the caller reads when the call has ended, followed by what the thunk reads and writes:
; how it ended (0 returned, 1 panic, 2 exit, 3 unwound), message and length, file, line and column,
; exit status.
%block = type { i64, ptr, i64, ptr, i32, i32, i64 }

declare i32 @pthread_key_create(ptr, ptr)
declare i32 @pthread_key_delete(i32)
declare i64 @pthread_getspecific(i32)
declare i32 @pthread_setspecific(i32, i64)
declare i32 @pthread_mutex_lock(ptr)
declare i32 @pthread_mutex_unlock(ptr)
declare ptr @malloc(i64)
declare ptr @memcpy(ptr, ptr, i64)
declare ptr @getenv(ptr)
declare void @exit(i32) noreturn
declare i32 @_setjmp(ptr) returns_twice
declare void @longjmp(ptr, i32) noreturn

; Both are called once by whoever loads the code, like @pink_enter with two pointers.
define void @pink_open_runtime(ptr %unused, ptr %unused_too) nounwind {
  %a = call i32 @pthread_key_create(ptr @limit_key, ptr null)
  %b = call i32 @pthread_key_create(ptr @entry_key, ptr null)
  ret void
}

define void @pink_close_runtime(ptr %unused, ptr %unused_too) nounwind {
  %limit_key = load i32, ptr @limit_key
  %entry_key = load i32, ptr @entry_key
  %a = call i32 @pthread_key_delete(i32 %limit_key)
  %b = call i32 @pthread_key_delete(i32 %entry_key)
  ret void
}

; Calls %thunk with what follows the %block in memory, and fills in the block.
define void @pink_enter(ptr %thunk, ptr %block) nounwind {
start:
  %entry = alloca %entry, align 16
  %key = load i32, ptr @entry_key
  %outer = call i64 @pthread_getspecific(i32 %key)
  %outer_pointer = inttoptr i64 %outer to ptr
  store ptr %outer_pointer, ptr %entry
  %block_at = getelementptr %entry, ptr %entry, i64 0, i32 3
  store ptr %block, ptr %block_at
  %is_outermost = icmp eq i64 %outer, 0
  br i1 %is_outermost, label %join, label %mark
join:
  call void @join(ptr %entry)
  br label %mark
mark:
  %entry_address = ptrtoint ptr %entry to i64
  %marked = call i32 @pthread_setspecific(i32 %key, i64 %entry_address)
  %context = getelementptr %entry, ptr %entry, i64 0, i32 4
  %ending = call i32 @_setjmp(ptr %context) returns_twice
  %is_first = icmp eq i32 %ending, 0
  br i1 %is_first, label %call, label %ended
call:
  %slots = getelementptr %block, ptr %block, i64 1
  call void %thunk(ptr %slots)
  br label %ended
ended:
  %ending_wide = zext i32 %ending to i64
  store i64 %ending_wide, ptr %block
  %unmarked = call i32 @pthread_setspecific(i32 %key, i64 %outer)
  br i1 %is_outermost, label %leave, label %done
leave:
  call void @leave(ptr %entry)
  br label %done
done:
  ret void
}

; The thunk that calls main: the slots hold the function, the count and the vector, later the status.
define void @pink_thunk_i_ip(ptr %slots) nounwind {
  %main = load ptr, ptr %slots
  %count_at = getelementptr i64, ptr %slots, i64 1
  %count = load i32, ptr %count_at
  %vector_at = getelementptr i64, ptr %slots, i64 2
  %vector = load ptr, ptr %vector_at
  %status = call i32 %main(i32 %count, ptr %vector)
  %wide = sext i32 %status to i64
  store i64 %wide, ptr %slots
  ret void
}

; Adds the calling thread to those inside; the common limit is the highest of theirs.
define internal void @join(ptr %entry) nounwind {
  %limit = call i64 @own_limit()
  %limit_at = getelementptr %entry, ptr %entry, i64 0, i32 2
  store i64 %limit, ptr %limit_at
  %a = call i32 @pthread_mutex_lock(ptr @entries_lock)
  %next = load ptr, ptr @entries
  %next_at = getelementptr %entry, ptr %entry, i64 0, i32 1
  store ptr %next, ptr %next_at
  store ptr %entry, ptr @entries
  %common = load i64, ptr @pink_stack_limit
  %highest = call i64 @llvm.umax.i64(i64 %common, i64 %limit)
  store atomic i64 %highest, ptr @pink_stack_limit monotonic, align 8
  %b = call i32 @pthread_mutex_unlock(ptr @entries_lock)
  ret void
}

define internal void @leave(ptr %entry) nounwind {
start:
  %a = call i32 @pthread_mutex_lock(ptr @entries_lock)
  br label %visit
visit:
  %link = phi ptr [ @entries, %start ], [ %link, %remove ], [ %next_at, %keep ]
  %highest = phi i64 [ 0, %start ], [ %highest, %remove ], [ %higher, %keep ]
  %other = load ptr, ptr %link
  %is_end = icmp eq ptr %other, null
  br i1 %is_end, label %done, label %look
look:
  %next_at = getelementptr %entry, ptr %other, i64 0, i32 1
  %limit_at = getelementptr %entry, ptr %other, i64 0, i32 2
  %is_own = icmp eq ptr %other, %entry
  br i1 %is_own, label %remove, label %keep
remove:
  %next = load ptr, ptr %next_at
  store ptr %next, ptr %link
  br label %visit
keep:
  %limit = load i64, ptr %limit_at
  %higher = call i64 @llvm.umax.i64(i64 %highest, i64 %limit)
  br label %visit
done:
  store atomic i64 %highest, ptr @pink_stack_limit monotonic, align 8
  %b = call i32 @pthread_mutex_unlock(ptr @entries_lock)
  ret void
}

; The calling thread's limit, asked for once a thread. Below it the Java machine keeps guard pages.
define internal i64 @own_limit() nounwind {
start:
  %key = load i32, ptr @limit_key
  %known = call i64 @pthread_getspecific(i32 %key)
  %is_unknown = icmp eq i64 %known, 0
  br i1 %is_unknown, label %ask, label %done
ask:
  %asked = call i64 @thread_stack_limit(i64 32768)
  %ignored = call i32 @pthread_setspecific(i32 %key, i64 %asked)
  br label %done
done:
  %limit = phi i64 [ %known, %start ], [ %asked, %ask ]
  ret i64 %limit
}

define void @pink_out_of_stack(ptr %file, i32 %line, i32 %column) nounwind cold {
  call void @pink_out_of_stack_for(ptr %file, i32 %line, i32 %column, i64 0)
  ret void
}

; The same for a function that has not taken its %bytes of stack yet.
define void @pink_out_of_stack_for(ptr %file, i32 %line, i32 %column, i64 %bytes) nounwind cold {
start:
  %frame = call ptr @llvm.frameaddress.p0(i32 0)
  %here = ptrtoint ptr %frame to i64
  %limit = call i64 @own_limit()
  %needed = add i64 %limit, %bytes
  %is_out = icmp ult i64 %here, %needed
  br i1 %is_out, label %out, label %enough
out:
  call void @pink_panic(ptr @text_stack, i64 12, ptr %file, i32 %line, i32 %column)
  unreachable
enough:
  ret void
}

; Ends the innermost call from outside. A thread that C code made has none, and nobody to tell.
define internal void @end_call(ptr %entry, i32 %ending) noreturn nounwind {
  %high = ptrtoint ptr %entry to i64
  call void @release_lock(i64 %high)
  %context = getelementptr %entry, ptr %entry, i64 0, i32 4
  call void @longjmp(ptr %context, i32 %ending)
  unreachable
}

define internal ptr @innermost_call() nounwind {
  %key = load i32, ptr @entry_key
  %address = call i64 @pthread_getspecific(i32 %key)
  %entry = inttoptr i64 %address to ptr
  ret ptr %entry
}

define hidden void @pink_panic(ptr %message, i64 %length, ptr %file, i32 %line, i32 %column) noreturn nounwind cold {
start:
  %entry = call ptr @innermost_call()
  %is_none = icmp eq ptr %entry, null
  br i1 %is_none, label %foreign, label %tell
foreign:
  call void @report_panic(ptr %message, i64 %length, ptr %file, i32 %line, i32 %column)
  call void @exit(i32 101)
  unreachable
tell:
  ; The message may lie on the stack that is about to be left; the caller frees the copy.
  %room = add i64 %length, 1
  %copy = call ptr @malloc(i64 %room)
  %is_full = icmp eq ptr %copy, null
  br i1 %is_full, label %store, label %save
save:
  %ignored = call ptr @memcpy(ptr %copy, ptr %message, i64 %length)
  br label %store
store:
  %copied = phi i64 [ 0, %tell ], [ %length, %save ]
  %block_at = getelementptr %entry, ptr %entry, i64 0, i32 3
  %block = load ptr, ptr %block_at
  %message_at = getelementptr %block, ptr %block, i64 0, i32 1
  %length_at = getelementptr %block, ptr %block, i64 0, i32 2
  %file_at = getelementptr %block, ptr %block, i64 0, i32 3
  %line_at = getelementptr %block, ptr %block, i64 0, i32 4
  %column_at = getelementptr %block, ptr %block, i64 0, i32 5
  store ptr %copy, ptr %message_at
  store i64 %copied, ptr %length_at
  store ptr %file, ptr %file_at
  store i32 %line, ptr %line_at
  store i32 %column, ptr %column_at
  call void @end_call(ptr %entry, i32 1)
  unreachable
}

define hidden void @pink_exit(i32 %status) noreturn nounwind {
start:
  %entry = call ptr @innermost_call()
  %is_none = icmp eq ptr %entry, null
  br i1 %is_none, label %foreign, label %tell
foreign:
  call void @exit(i32 %status)
  unreachable
tell:
  %block_at = getelementptr %entry, ptr %entry, i64 0, i32 3
  %block = load ptr, ptr %block_at
  %status_at = getelementptr %block, ptr %block, i64 0, i32 6
  %wide = sext i32 %status to i64
  store i64 %wide, ptr %status_at
  call void @end_call(ptr %entry, i32 2)
  unreachable
}

; For a function that called back into Java and was told that an exception waits there.
define void @pink_unwind() noreturn nounwind {
start:
  %entry = call ptr @innermost_call()
  %is_none = icmp eq ptr %entry, null
  br i1 %is_none, label %foreign, label %tell
foreign:
  call void @exit(i32 101)
  unreachable
tell:
  call void @end_call(ptr %entry, i32 3)
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

declare i64 @llvm.umax.i64(i64, i64)

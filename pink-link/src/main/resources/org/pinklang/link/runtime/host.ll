; The process's part of the runtime: made once, before the first program is loaded, and never given
; up. It is entered by Java's native methods, knows which threads are inside loaded code, and lets
; Java know how calls end. Loaded programs share its functions and the stack limit.

; One thread that has ever called: the next one, the lowest address its frames may use, the program
; its outermost call is inside (null when it is in none), its innermost call from Java, and how often
; it was taken for being out of stack.
%thread = type { ptr, i64, ptr, ptr, i64 }

; A program as its callers know it; it lies in memory that outlives the program. Closed or not, the
; number of nested calls inside, and what Java calls it.
%program = type { i64, i64, i64 }

; One call from Java, on the stack of its thread: the one it is nested in, the program, the thread,
; Java's environment, the callback it is waiting for (null for none). How it ended: 1 panic, 2 exit,
; 3 an exception is pending, 4 refused because the program is closed; message and length, file, line
; and column, exit status; the stack at the panic's %frame, copied. Last, where an ending continues.
%entry = type { ptr, ptr, ptr, ptr, ptr, i64, ptr, i64, ptr, i32, i32, i64, ptr, ptr, i64, [320 x i8] }

; The registers of a call of C code: six general ones, eight for floats, the address and number of
; words on the stack; two general and two float results.
%registers = type { [6 x i64], [8 x double], ptr, i64, [2 x i64], [2 x double] }

@pink_stack_limit = global i64 0, align 8
@thread_key = internal global i32 0, align 4
@threads = internal global ptr null, align 8
; A pthread_mutex_t, at most 48 bytes, that is unlocked when all its bytes are zero.
@threads_lock = internal global [64 x i8] zeroinitializer, align 16

declare i32 @pthread_key_create(ptr, ptr)
declare i64 @pthread_getspecific(i32)
declare i32 @pthread_setspecific(i32, ptr)
declare i32 @pthread_mutex_lock(ptr)
declare i32 @pthread_mutex_unlock(ptr)
declare ptr @malloc(i64)
declare ptr @calloc(i64, i64)
declare void @free(ptr)
declare ptr @memcpy(ptr, ptr, i64)
declare void @exit(i32) noreturn
declare void @abort() noreturn
declare i32 @_setjmp(ptr) returns_twice
declare void @longjmp(ptr, i32) noreturn

define internal ptr @known_thread() nounwind alwaysinline {
  %key = load i32, ptr @thread_key
  %address = call i64 @pthread_getspecific(i32 %key)
  %thread = inttoptr i64 %address to ptr
  ret ptr %thread
}

; The calling thread, which is entered among those known when it is not there yet.
define internal ptr @this_thread() nounwind alwaysinline {
start:
  %known = call ptr @known_thread()
  %is_unknown = icmp eq ptr %known, null
  br i1 %is_unknown, label %meet, label %done
meet:
  %met = call ptr @new_thread()
  br label %done
done:
  %thread = phi ptr [ %known, %start ], [ %met, %meet ]
  ret ptr %thread
}

define internal ptr @new_thread() nounwind noinline cold {
start:
  %thread = call ptr @calloc(i64 1, i64 40)
  %is_full = icmp eq ptr %thread, null
  br i1 %is_full, label %full, label %add
full:
  call void @abort()
  unreachable
add:
  ; Below the limit the Java machine keeps guard pages.
  %limit = call i64 @thread_stack_limit(i64 32768)
  %limit_at = getelementptr %thread, ptr %thread, i64 0, i32 1
  store i64 %limit, ptr %limit_at
  %a = call i32 @pthread_mutex_lock(ptr @threads_lock)
  %next = load ptr, ptr @threads
  store ptr %next, ptr %thread
  store ptr %thread, ptr @threads
  %b = call i32 @pthread_mutex_unlock(ptr @threads_lock)
  %key = load i32, ptr @thread_key
  %c = call i32 @pthread_setspecific(i32 %key, ptr %thread)
  ret ptr %thread
}

; Called by the system when a thread has ended.
define internal void @forget_thread(ptr %thread) nounwind {
start:
  %a = call i32 @pthread_mutex_lock(ptr @threads_lock)
  br label %visit
visit:
  %link = phi ptr [ @threads, %start ], [ %other, %differs ]
  %other = load ptr, ptr %link
  %is_own = icmp eq ptr %other, %thread
  br i1 %is_own, label %remove, label %differs
differs:
  br label %visit
remove:
  %next = load ptr, ptr %thread
  store ptr %next, ptr %link
  %b = call i32 @pthread_mutex_unlock(ptr @threads_lock)
  call void @free(ptr %thread)
  ret void
}

; Begins a call. Whoever looks for threads inside a program, or lowers the common limit, looks after
; it has made that known; here it is the other way round, so one of both sees the other.
define internal i1 @begin(ptr %entry, ptr %env, ptr %program) nounwind alwaysinline {
start:
  %thread = call ptr @this_thread()
  %innermost_at = getelementptr %thread, ptr %thread, i64 0, i32 3
  %outer = load ptr, ptr %innermost_at
  store ptr %outer, ptr %entry
  %program_at = getelementptr %entry, ptr %entry, i64 0, i32 1
  store ptr %program, ptr %program_at
  %thread_at = getelementptr %entry, ptr %entry, i64 0, i32 2
  store ptr %thread, ptr %thread_at
  %env_at = getelementptr %entry, ptr %entry, i64 0, i32 3
  store ptr %env, ptr %env_at
  %callback_at = getelementptr %entry, ptr %entry, i64 0, i32 4
  store ptr null, ptr %callback_at
  store ptr %entry, ptr %innermost_at
  %is_outermost = icmp eq ptr %outer, null
  br i1 %is_outermost, label %announce, label %nest
nest:
  %nested_at = getelementptr %program, ptr %program, i64 0, i32 1
  %ignored = atomicrmw add ptr %nested_at, i64 1 seq_cst
  br label %ask
announce:
  %inside_at = getelementptr %thread, ptr %thread, i64 0, i32 2
  %inside = ptrtoint ptr %program to i64
  %ignored_too = atomicrmw xchg ptr %inside_at, i64 %inside seq_cst
  %limit_at = getelementptr %thread, ptr %thread, i64 0, i32 1
  %limit = load i64, ptr %limit_at
  %common = load atomic i64, ptr @pink_stack_limit monotonic, align 8
  %is_lower = icmp ult i64 %common, %limit
  %is_unsettled = icmp eq i64 %common, -1
  %must_join = or i1 %is_lower, %is_unsettled
  br i1 %must_join, label %join, label %ask
join:
  call void @raise_limit(i64 %limit)
  br label %ask
ask:
  %state = load atomic i64, ptr %program monotonic, align 8
  %is_open = icmp eq i64 %state, 0
  ret i1 %is_open
}

; Ends a call; whether the program is open still.
define internal i1 @end(ptr %entry) nounwind alwaysinline {
start:
  %outer = load ptr, ptr %entry
  %program_at = getelementptr %entry, ptr %entry, i64 0, i32 1
  %program = load ptr, ptr %program_at
  %thread_at = getelementptr %entry, ptr %entry, i64 0, i32 2
  %thread = load ptr, ptr %thread_at
  %innermost_at = getelementptr %thread, ptr %thread, i64 0, i32 3
  store ptr %outer, ptr %innermost_at
  %is_outermost = icmp eq ptr %outer, null
  br i1 %is_outermost, label %announce, label %nested
nested:
  %nested_at = getelementptr %program, ptr %program, i64 0, i32 1
  %ignored = atomicrmw sub ptr %nested_at, i64 1 seq_cst
  br label %ask
announce:
  %inside_at = getelementptr %thread, ptr %thread, i64 0, i32 2
  %ignored_too = atomicrmw xchg ptr %inside_at, i64 0 seq_cst
  br label %ask
ask:
  %state = load atomic i64, ptr %program monotonic, align 8
  %is_open = icmp eq i64 %state, 0
  ret i1 %is_open
}

; The limit that programs compare with is at least that of every thread inside one.
define internal void @raise_limit(i64 %limit) nounwind noinline cold {
  %a = call i32 @pthread_mutex_lock(ptr @threads_lock)
  %common = load i64, ptr @pink_stack_limit
  %highest = call i64 @llvm.umax.i64(i64 %common, i64 %limit)
  store atomic i64 %highest, ptr @pink_stack_limit monotonic, align 8
  %b = call i32 @pthread_mutex_unlock(ptr @threads_lock)
  ret void
}

; Makes the common limit that of the threads that are inside now. Meanwhile it is higher than all.
define internal void @settle_limit() nounwind noinline cold {
start:
  %a = call i32 @pthread_mutex_lock(ptr @threads_lock)
  %before = atomicrmw xchg ptr @pink_stack_limit, i64 -1 seq_cst
  br label %visit
visit:
  %link = phi ptr [ @threads, %start ], [ %thread, %look ]
  %highest = phi i64 [ 0, %start ], [ %higher, %look ]
  %thread = load ptr, ptr %link
  %is_end = icmp eq ptr %thread, null
  br i1 %is_end, label %done, label %look
look:
  %inside_at = getelementptr %thread, ptr %thread, i64 0, i32 2
  %inside = load atomic ptr, ptr %inside_at seq_cst, align 8
  %is_outside = icmp eq ptr %inside, null
  %limit_at = getelementptr %thread, ptr %thread, i64 0, i32 1
  %limit = load i64, ptr %limit_at
  %counted = select i1 %is_outside, i64 0, i64 %limit
  %higher = call i64 @llvm.umax.i64(i64 %highest, i64 %counted)
  br label %visit
done:
  store atomic i64 %highest, ptr @pink_stack_limit seq_cst, align 8
  %b = call i32 @pthread_mutex_unlock(ptr @threads_lock)
  ret void
}

; Whether a thread is inside the program, which has been marked as closed.
define internal i1 @is_inside(ptr %program) nounwind {
start:
  %nested_at = getelementptr %program, ptr %program, i64 0, i32 1
  %a = call i32 @pthread_mutex_lock(ptr @threads_lock)
  %nested = load atomic i64, ptr %nested_at seq_cst, align 8
  %has_nested = icmp ne i64 %nested, 0
  br i1 %has_nested, label %done, label %visit
visit:
  %link = phi ptr [ @threads, %start ], [ %thread, %look ]
  %thread = load ptr, ptr %link
  %is_end = icmp eq ptr %thread, null
  br i1 %is_end, label %done, label %look
look:
  %inside_at = getelementptr %thread, ptr %thread, i64 0, i32 2
  %inside = load atomic ptr, ptr %inside_at seq_cst, align 8
  %is_here = icmp eq ptr %inside, %program
  br i1 %is_here, label %done, label %visit
done:
  %found = phi i1 [ true, %start ], [ false, %visit ], [ true, %look ]
  %b = call i32 @pthread_mutex_unlock(ptr @threads_lock)
  ret i1 %found
}

; Called where a frame lies below the common limit, which may be another thread's.
define i1 @pink_host_is_out_of_stack(ptr %frame, i64 %bytes) nounwind cold {
start:
  %here = ptrtoint ptr %frame to i64
  %thread = call ptr @this_thread()
  %limit_at = getelementptr %thread, ptr %thread, i64 0, i32 1
  %limit = load i64, ptr %limit_at
  %needed = add i64 %limit, %bytes
  %is_out = icmp ult i64 %here, %needed
  br i1 %is_out, label %done, label %count
count:
  ; The thread with the higher stack may have left long ago.
  %alarms_at = getelementptr %thread, ptr %thread, i64 0, i32 4
  %alarms = load i64, ptr %alarms_at
  %more = add i64 %alarms, 1
  store i64 %more, ptr %alarms_at
  %rest = and i64 %more, 4095
  %is_due = icmp eq i64 %rest, 0
  br i1 %is_due, label %settle, label %done
settle:
  call void @settle_limit()
  br label %done
done:
  ret i1 %is_out
}

define ptr @pink_host_innermost() nounwind {
start:
  %thread = call ptr @known_thread()
  %is_unknown = icmp eq ptr %thread, null
  br i1 %is_unknown, label %none, label %known
none:
  ret ptr null
known:
  %innermost_at = getelementptr %thread, ptr %thread, i64 0, i32 3
  %innermost = load ptr, ptr %innermost_at
  ret ptr %innermost
}

; Keeps what the stack is about to lose: the message and the frames down to the call, at most 128 KB
; of the innermost ones.
define void @pink_host_panic(ptr %entry, ptr %message, i64 %length, ptr %file, i32 %line, i32 %column, ptr %frame) noreturn nounwind cold {
  %message_copy = call ptr @copy(ptr %message, i64 %length)
  %message_at = getelementptr %entry, ptr %entry, i64 0, i32 6
  store ptr %message_copy, ptr %message_at
  %no_message = icmp eq ptr %message_copy, null
  %kept_length = select i1 %no_message, i64 0, i64 %length
  %length_at = getelementptr %entry, ptr %entry, i64 0, i32 7
  store i64 %kept_length, ptr %length_at
  %file_at = getelementptr %entry, ptr %entry, i64 0, i32 8
  store ptr %file, ptr %file_at
  %line_at = getelementptr %entry, ptr %entry, i64 0, i32 9
  store i32 %line, ptr %line_at
  %column_at = getelementptr %entry, ptr %entry, i64 0, i32 10
  store i32 %column, ptr %column_at
  %low = ptrtoint ptr %frame to i64
  %high = ptrtoint ptr %entry to i64
  %all = sub i64 %high, %low
  %some = call i64 @llvm.umin.i64(i64 %all, i64 131072)
  %stack_copy = call ptr @copy(ptr %frame, i64 %some)
  %no_stack = icmp eq ptr %stack_copy, null
  %kept_stack = select i1 %no_stack, i64 0, i64 %some
  %frame_at = getelementptr %entry, ptr %entry, i64 0, i32 12
  store ptr %frame, ptr %frame_at
  %copy_at = getelementptr %entry, ptr %entry, i64 0, i32 13
  store ptr %stack_copy, ptr %copy_at
  %copied_at = getelementptr %entry, ptr %entry, i64 0, i32 14
  store i64 %kept_stack, ptr %copied_at
  %context = getelementptr %entry, ptr %entry, i64 0, i32 15
  call void @longjmp(ptr %context, i32 1)
  unreachable
}

define internal ptr @copy(ptr %from, i64 %length) nounwind {
start:
  %room = add i64 %length, 1
  %copy = call ptr @malloc(i64 %room)
  %is_full = icmp eq ptr %copy, null
  br i1 %is_full, label %done, label %fill
fill:
  %ignored = call ptr @memcpy(ptr %copy, ptr %from, i64 %length)
  br label %done
done:
  ret ptr %copy
}

define void @pink_host_exit(ptr %entry, i32 %status) noreturn nounwind cold {
  %status_at = getelementptr %entry, ptr %entry, i64 0, i32 11
  %wide = sext i32 %status to i64
  store i64 %wide, ptr %status_at
  %context = getelementptr %entry, ptr %entry, i64 0, i32 15
  call void @longjmp(ptr %context, i32 2)
  unreachable
}

declare i64 @llvm.umax.i64(i64, i64)

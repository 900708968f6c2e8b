; A library in a process of somebody else: any thread may enter any function, and the process may
; have been linked without a C library of its own. Where it has one, that one's ending is run.

@thread_limit = internal thread_local global i64 0, align 8
@host_count = internal global i32 0, align 4
@host_vector = internal global ptr null, align 8
@arguments = internal global %slice zeroinitializer, align 8

declare extern_weak void @exit(i32)
declare extern_weak ptr @getenv(ptr)
declare extern_weak i64 @getauxval(i64)

@constructor = internal global ptr @record_host, section ".init_array", align 8
@llvm.used = appending global [1 x ptr] [ptr @constructor], section "llvm.metadata"

; Run when the library is loaded, with the arguments of the process as the GNU C library passes
; them. The first thread's stack ends above the name of the program (AT_EXECFN, 31); without it no
; stack is checked.
define internal void @record_host(i32 %count, ptr %vector, ptr %variables) nounwind {
entry:
  store i32 %count, ptr @host_count
  store ptr %vector, ptr @host_vector
  %absent = icmp eq ptr @getauxval, null
  br i1 %absent, label %done, label %ask
ask:
  %name = call i64 @getauxval(i64 31)
  %unknown = icmp eq i64 %name, 0
  br i1 %unknown, label %done, label %known
known:
  %text = inttoptr i64 %name to ptr
  %length = call i64 @length_of(ptr %text)
  %high = getelementptr i8, ptr %text, i64 %length
  call void @record_main_stack(ptr %high)
  br label %done
done:
  ret void
}

; The arguments of the process, made slices when they are first asked for.
define hidden %slice @pink_arguments() nounwind {
entry:
  call void @pink_lock()
  %known = load ptr, ptr @arguments
  %is_known = icmp ne ptr %known, null
  %count = load i32, ptr @host_count
  %none = icmp sle i32 %count, 0
  %ready = or i1 %is_known, %none
  br i1 %ready, label %done, label %map
map:
  %wide = sext i32 %count to i64
  %size = shl i64 %wide, 4
  %slices = call ptr @pink_map(i64 %size)
  %failed = icmp eq ptr %slices, null
  br i1 %failed, label %done, label %fill
fill:
  %vector = load ptr, ptr @host_vector
  br label %next
next:
  %i = phi i64 [ 0, %fill ], [ %more, %argument ]
  %end = icmp sge i64 %i, %wide
  br i1 %end, label %keep, label %argument
argument:
  %text_at = getelementptr ptr, ptr %vector, i64 %i
  %text = load ptr, ptr %text_at
  %length = call i64 @length_of(ptr %text)
  call void @set_part(ptr %slices, i64 %i, ptr %text, i64 %length)
  %more = add i64 %i, 1
  br label %next
keep:
  store ptr %slices, ptr @arguments
  store i64 %wide, ptr getelementptr (%slice, ptr @arguments, i64 0, i32 1)
  br label %done
done:
  %all = load %slice, ptr @arguments
  call void @pink_unlock()
  ret %slice %all
}

; The value of the variable of that name, or null.
define hidden ptr @pink_environment(ptr %name) nounwind {
entry:
  %absent = icmp eq ptr @getenv, null
  br i1 %absent, label %none, label %ask
ask:
  %value = call ptr @getenv(ptr %name)
  ret ptr %value
none:
  ret ptr null
}

define hidden void @pink_exit(i32 %status) noreturn nounwind {
entry:
  %absent = icmp eq ptr @exit, null
  br i1 %absent, label %alone, label %hosted
hosted:
  call void @exit(i32 %status)
  unreachable
alone:
  call void @system_exit(i32 %status)
  unreachable
}

define hidden void @pink_panic(ptr %message, i64 %length, ptr %file, i32 %line, i32 %column) noreturn nounwind cold {
  call void @report_panic(ptr %message, i64 %length, ptr %file, i32 %line, i32 %column)
  call void @pink_exit(i32 101)
  unreachable
}

; How the process's part of the runtime and Java's machine call each other. Functions of the Java
; Native Interface are called by their places in its table.

@machine = internal global ptr null, align 8
@upcalls = internal global ptr null, align 8
@upcall_ended = internal global ptr null, align 8
@upcall_released = internal global ptr null, align 8
@upcall_callback = internal global ptr null, align 8

@name_ended = private constant [6 x i8] c"ended\00"
@type_ended = private constant [25 x i8] c"(J)Ljava/lang/Throwable;\00"
@name_released = private constant [9 x i8] c"released\00"
@type_released = private constant [5 x i8] c"(J)V\00"
@name_callback = private constant [9 x i8] c"callback\00"
@type_callback = private constant [6 x i8] c"(JJ)V\00"

; What Java passes to begin with: its machine, the class that is called and the one whose native
; methods these are; then, to Java, whether it worked.
%opening = type { ptr, ptr, ptr, i64 }

define internal ptr @function_of(ptr %object, i64 %place) nounwind alwaysinline {
  %table = load ptr, ptr %object
  %at = getelementptr ptr, ptr %table, i64 %place
  %function = load ptr, ptr %at
  ret ptr %function
}

; Called once, with what Java can pass to a function it has not bound yet.
define void @pink_host_open(ptr %unused, ptr %opening) nounwind {
start:
  %env_at = alloca ptr, align 8
  %vm = load ptr, ptr %opening
  store ptr %vm, ptr @machine
  %upcalls_at = getelementptr %opening, ptr %opening, i64 0, i32 1
  %upcalls = load ptr, ptr %upcalls_at
  store ptr %upcalls, ptr @upcalls
  %class_at = getelementptr %opening, ptr %opening, i64 0, i32 2
  %class = load ptr, ptr %class_at
  %result_at = getelementptr %opening, ptr %opening, i64 0, i32 3
  store i64 0, ptr %result_at
  %no_key = call i32 @pthread_key_create(ptr @thread_key, ptr @forget_thread)
  %get_env = call ptr @function_of(ptr %vm, i64 6)
  %a = call i32 %get_env(ptr %vm, ptr %env_at, i32 65542)
  %env = load ptr, ptr %env_at
  %ended = call ptr @method(ptr %env, ptr %upcalls, ptr @name_ended, ptr @type_ended)
  store ptr %ended, ptr @upcall_ended
  %released = call ptr @method(ptr %env, ptr %upcalls, ptr @name_released, ptr @type_released)
  store ptr %released, ptr @upcall_released
  %callback = call ptr @method(ptr %env, ptr %upcalls, ptr @name_callback, ptr @type_callback)
  store ptr %callback, ptr @upcall_callback
  %register = call ptr @function_of(ptr %env, i64 215)
  %failed = call i32 %register(ptr %env, ptr %class, ptr @natives, i32 10)
  %problems = or i32 %failed, %no_key
  %is_done = icmp eq i32 %problems, 0
  %result = zext i1 %is_done to i64
  store i64 %result, ptr %result_at
  ret void
}

define internal ptr @method(ptr %env, ptr %class, ptr %name, ptr %type) nounwind {
  %get = call ptr @function_of(ptr %env, i64 113)
  %method = call ptr %get(ptr %env, ptr %class, ptr %name, ptr %type)
  ret ptr %method
}

; Makes the way a call ended an exception that is pending in Java.
define internal void @fail(ptr %env, ptr %entry, i32 %ending) nounwind noinline cold {
start:
  %argument = alloca i64, align 8
  %wide = zext i32 %ending to i64
  %ending_at = getelementptr %entry, ptr %entry, i64 0, i32 5
  store i64 %wide, ptr %ending_at
  %is_thrown = icmp eq i32 %ending, 3
  br i1 %is_thrown, label %take, label %ask
ask:
  %address = ptrtoint ptr %entry to i64
  store i64 %address, ptr %argument
  %class = load ptr, ptr @upcalls
  %method = load ptr, ptr @upcall_ended
  %call = call ptr @function_of(ptr %env, i64 116)
  %given = call ptr %call(ptr %env, ptr %class, ptr %method, ptr %argument)
  %is_panic = icmp eq i32 %ending, 1
  br i1 %is_panic, label %drop, label %take
drop:
  %message_at = getelementptr %entry, ptr %entry, i64 0, i32 6
  %message = load ptr, ptr %message_at
  call void @free(ptr %message)
  %copy_at = getelementptr %entry, ptr %entry, i64 0, i32 13
  %copy = load ptr, ptr %copy_at
  call void @free(ptr %copy)
  br label %take
take:
  %told = phi ptr [ null, %start ], [ %given, %ask ], [ %given, %drop ]
  %occurred = call ptr @function_of(ptr %env, i64 15)
  %pending = call ptr %occurred(ptr %env)
  %is_pending = icmp ne ptr %pending, null
  br i1 %is_pending, label %clear, label %leave
clear:
  %clears = call ptr @function_of(ptr %env, i64 17)
  call void %clears(ptr %env)
  br label %leave
leave:
  %exception = phi ptr [ %told, %take ], [ %pending, %clear ]
  %is_open = call i1 @end(ptr %entry)
  br i1 %is_open, label %throw, label %release
release:
  call void @release(ptr %env, ptr %entry)
  br label %quiet
quiet:
  ; What goes wrong in freeing must not hide how the call ended, and none may be pending at a throw.
  %check = call ptr @function_of(ptr %env, i64 228)
  %has_failed = call i8 %check(ptr %env)
  %clears_again = call ptr @function_of(ptr %env, i64 17)
  call void %clears_again(ptr %env)
  br label %throw
throw:
  %throws = call ptr @function_of(ptr %env, i64 13)
  %ignored = call i32 %throws(ptr %env, ptr %exception)
  ret void
}

; A call into a program that has been closed has ended: it may have been the last.
define internal void @release(ptr %env, ptr %entry) nounwind noinline cold {
  %argument = alloca i64, align 8
  %program_at = getelementptr %entry, ptr %entry, i64 0, i32 1
  %program = load ptr, ptr %program_at
  %number_at = getelementptr %program, ptr %program, i64 0, i32 2
  %number = load i64, ptr %number_at
  store i64 %number, ptr %argument
  %class = load ptr, ptr @upcalls
  %method = load ptr, ptr @upcall_released
  %call = call ptr @function_of(ptr %env, i64 143)
  call void %call(ptr %env, ptr %class, ptr %method, ptr %argument)
  ret void
}

; Called by the native function of a Java callback with its number and a block of %registers that its
; frame follows; the arguments on the stack are not counted.
define void @pink_host_callback(i64 %number, ptr %block) nounwind "frame-pointer"="all" {
start:
  %entry = call ptr @pink_host_innermost()
  %is_none = icmp eq ptr %entry, null
  br i1 %is_none, label %foreign, label %nest
nest:
  %callback_at = getelementptr %entry, ptr %entry, i64 0, i32 4
  %before = load ptr, ptr %callback_at
  store ptr %block, ptr %callback_at
  %env_at = getelementptr %entry, ptr %entry, i64 0, i32 3
  %env = load ptr, ptr %env_at
  %has_failed = call i1 @upcall(ptr %env, i64 %number, ptr %block)
  store ptr %before, ptr %callback_at
  br i1 %has_failed, label %unwind, label %done
unwind:
  %context = getelementptr %entry, ptr %entry, i64 0, i32 15
  call void @longjmp(ptr %context, i32 3)
  unreachable
foreign:
  call void @callback_of_foreign_thread(i64 %number, ptr %block)
  br label %done
done:
  ret void
}

define internal i1 @upcall(ptr %env, i64 %number, ptr %block) nounwind {
  %arguments = alloca [2 x i64], align 8
  store i64 %number, ptr %arguments
  %block_at = getelementptr i64, ptr %arguments, i64 1
  %address = ptrtoint ptr %block to i64
  store i64 %address, ptr %block_at
  %class = load ptr, ptr @upcalls
  %method = load ptr, ptr @upcall_callback
  %call = call ptr @function_of(ptr %env, i64 143)
  call void %call(ptr %env, ptr %class, ptr %method, ptr %arguments)
  %check = call ptr @function_of(ptr %env, i64 228)
  %pending = call i8 %check(ptr %env)
  %has_failed = icmp ne i8 %pending, 0
  ret i1 %has_failed
}

; On a thread that C code made, or that is not inside a call from Java, nobody can get an exception:
; it is described, and the process ends as an uncaught one ends it.
define internal void @callback_of_foreign_thread(i64 %number, ptr %block) nounwind noinline cold {
start:
  %env_at = alloca ptr, align 8
  %vm = load ptr, ptr @machine
  %get_env = call ptr @function_of(ptr %vm, i64 6)
  %detached = call i32 %get_env(ptr %vm, ptr %env_at, i32 65542)
  %is_attached = icmp eq i32 %detached, 0
  br i1 %is_attached, label %call, label %attach
attach:
  %attaches = call ptr @function_of(ptr %vm, i64 7)
  %a = call i32 %attaches(ptr %vm, ptr %env_at, ptr null)
  br label %call
call:
  %env = load ptr, ptr %env_at
  %has_failed = call i1 @upcall(ptr %env, i64 %number, ptr %block)
  br i1 %has_failed, label %end, label %leave
end:
  %describe = call ptr @function_of(ptr %env, i64 16)
  call void %describe(ptr %env)
  call void @exit(i32 101)
  unreachable
leave:
  br i1 %is_attached, label %done, label %detach
detach:
  %detaches = call ptr @function_of(ptr %vm, i64 5)
  %b = call i32 %detaches(ptr %vm)
  br label %done
done:
  ret void
}

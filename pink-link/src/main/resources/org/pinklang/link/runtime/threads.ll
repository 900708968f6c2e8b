; The stacks of threads as the GNU C library knows them.

declare extern_weak i64 @pthread_self()
declare extern_weak i32 @pthread_getattr_np(i64, ptr)
declare extern_weak i32 @pthread_attr_getstack(ptr, ptr, ptr)
declare extern_weak i32 @pthread_attr_destroy(ptr)

; The lowest address a frame of the calling thread may use; 0 when the system does not say.
define internal i64 @thread_stack_limit(i64 %kept) nounwind {
entry:
  %attributes = alloca [64 x i8], align 16
  %low_at = alloca i64, align 8
  %size_at = alloca i64, align 8
  %absent = icmp eq ptr @pthread_getattr_np, null
  br i1 %absent, label %unknown, label %ask
ask:
  %self = call i64 @pthread_self()
  %failed = call i32 @pthread_getattr_np(i64 %self, ptr %attributes)
  %has_failed = icmp ne i32 %failed, 0
  br i1 %has_failed, label %unknown, label %read
read:
  %ignored = call i32 @pthread_attr_getstack(ptr %attributes, ptr %low_at, ptr %size_at)
  %ignored_too = call i32 @pthread_attr_destroy(ptr %attributes)
  %low = load i64, ptr %low_at
  %size = load i64, ptr %size_at
  %reserve = call i64 @stack_reserve(i64 %size)
  %above = add i64 %low, %kept
  %limit = add i64 %above, %reserve
  ret i64 %limit
unknown:
  ret i64 0
}

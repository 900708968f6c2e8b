; A lock for the memory that all threads of a process share.

; 0, or an address on the stack of the thread that holds the lock.
@lock = internal global i64 0, align 8

; Waits until no other thread holds the lock, then holds it. It is held for a few instructions only,
; so waiting does nothing but look again.
define void @pink_lock() nounwind {
entry:
  %frame = call ptr @llvm.frameaddress.p0(i32 0)
  %here = ptrtoint ptr %frame to i64
  br label %try
try:
  %exchange = cmpxchg ptr @lock, i64 0, i64 %here acquire monotonic
  %taken = extractvalue { i64, i1 } %exchange, 1
  br i1 %taken, label %done, label %look
look:
  %seen = load atomic i64, ptr @lock monotonic, align 8
  %free = icmp eq i64 %seen, 0
  br i1 %free, label %try, label %look
done:
  ret void
}

define void @pink_unlock() nounwind {
  store atomic i64 0, ptr @lock release, align 8
  ret void
}

; Gives up a lock that was taken below %high on the calling thread's stack by calls that are now
; abandoned. They ran out of stack before they changed anything.
define internal void @release_lock(i64 %high) nounwind {
entry:
  %holder = load atomic i64, ptr @lock monotonic, align 8
  %frame = call ptr @llvm.frameaddress.p0(i32 0)
  %here = ptrtoint ptr %frame to i64
  %low = sub i64 %here, 4096
  %above = icmp ugt i64 %holder, %low
  %below = icmp ult i64 %holder, %high
  %own = and i1 %above, %below
  br i1 %own, label %release, label %done
release:
  call void @pink_unlock()
  br label %done
done:
  ret void
}

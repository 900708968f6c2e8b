; What the standard modules need and Pink has no words for: an instruction, and a lock for the
; memory that all threads of a process share.

declare double @llvm.sqrt.f64(double)

define hidden double @pink_sqrt(double %value) nounwind {
  %root = call double @llvm.sqrt.f64(double %value)
  ret double %root
}

@lock = internal global i8 0

; Waits until no other thread holds the lock, then holds it. It is held for a few instructions only,
; so waiting does nothing but look again.
define hidden void @pink_lock() nounwind {
entry:
  br label %try
try:
  %before = atomicrmw xchg ptr @lock, i8 1 acquire
  %taken = icmp eq i8 %before, 0
  br i1 %taken, label %done, label %look
look:
  %seen = load atomic i8, ptr @lock monotonic, align 1
  %free = icmp eq i8 %seen, 0
  br i1 %free, label %try, label %look
done:
  ret void
}

define hidden void @pink_unlock() nounwind {
  store atomic i8 0, ptr @lock release, align 1
  ret void
}

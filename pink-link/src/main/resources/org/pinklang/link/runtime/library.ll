; What the standard modules need and Pink has no words for. LLVM makes the instruction of most calls.

declare double @llvm.sqrt.f64(double)

define hidden double @pink_sqrt(double %value) nounwind {
  %root = call double @llvm.sqrt.f64(double %value)
  ret double %root
}

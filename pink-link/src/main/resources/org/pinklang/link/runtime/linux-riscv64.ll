; Linux on 64-bit RISC-V: system calls by number.

define internal i64 @system_call_of_six(i64 %number, i64 %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %f) nounwind {
  %result = call i64 asm sideeffect "ecall", "={x10},{x17},{x10},{x11},{x12},{x13},{x14},{x15},~{memory}"(i64 %number, i64 %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %f)
  ret i64 %result
}

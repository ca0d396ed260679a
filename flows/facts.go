package flows

// Facts is what a turn may know of the world beside state and input: an immutable snapshot that the runtime swaps. It is a hint, never a promise. What is left in
// stock and what is bought together will stand here.
type Facts struct{}

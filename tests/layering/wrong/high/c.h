// Includes nothing.

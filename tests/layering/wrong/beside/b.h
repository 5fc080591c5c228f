// Includes sidewards, for the test of the layering test.
#include "low/a.h"

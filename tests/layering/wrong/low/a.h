// Includes upwards, for the test of the layering test.
#include "high/c.h"

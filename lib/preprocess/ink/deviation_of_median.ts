/** The standard deviation of a normal distribution, in medians of its distances from the middle. */
export const deviationOfMedian = 1.4826;

package io.github.milvusspring.data.model;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Checks time limits.
 */
public final class Durations {

	private Durations() {
	}

	/**
	 * Refuses a time limit that is zero or negative.
	 * @param name what the time limits, as the start of the error message, for example
	 * {@code A time-out}
	 * @param time the time, {@code null} for no limit
	 * @return the time
	 * @throws InvalidDataAccessApiUsageException when the time is zero or negative
	 */
	public static @Nullable Duration requirePositive(String name, @Nullable Duration time) {
		if (time != null && (time.isZero() || time.isNegative())) {
			throw new InvalidDataAccessApiUsageException(
					name + " is " + time + ", in which nothing can be done: give a longer one, or none");
		}
		return time;
	}

}

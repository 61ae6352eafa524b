package io.github.milvusspring.data.model;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Checks how long something may take.
 */
public final class Durations {

	private Durations() {
	}

	/**
	 * Refuses a time in which nothing can be done.
	 * @param name what the time is, as the start of a sentence, for example
	 * {@code A time-out}
	 * @param time the time, {@code null} where there is no limit
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

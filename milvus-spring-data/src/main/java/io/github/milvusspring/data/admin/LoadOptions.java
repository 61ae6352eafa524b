package io.github.milvusspring.data.admin;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.github.milvusspring.data.wire.LoadRequests.LoadScope;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Options for loading a collection or some of its partitions.
 *
 * @param replicas the number of copies to hold in memory
 * @param fields the names of the fields to load, empty for all; the primary key and the
 * vectors to search must be among them
 * @param skipDynamicField whether to leave out the dynamic fields, which are not declared
 * @param resourceGroups the resource groups that hold the replicas, empty for the default
 * one
 * @param timeout how long to wait until everything is loaded, {@code null} to wait
 * without a limit
 * @param progress receives the load state each time the server has been asked for it,
 * {@code null} for no listener
 */
public record LoadOptions(int replicas, List<String> fields, boolean skipDynamicField, List<String> resourceGroups,
		@Nullable Duration timeout, @Nullable Consumer<LoadState> progress) {

	/** One replica of all fields, in the default resource group, without a time limit. */
	public static final LoadOptions DEFAULT = new LoadOptions(1, List.of(), false, List.of(), null, null);

	public LoadOptions {
		Assert.notNull(fields, "Fields must not be null");
		Assert.notNull(resourceGroups, "Resource groups must not be null");
		if (replicas < 1) {
			throw new IllegalArgumentException("A collection is loaded with at least one replica, not " + replicas);
		}
		fields = List.copyOf(fields);
		resourceGroups = List.copyOf(resourceGroups);
	}

	/**
	 * Returns options that load several replicas.
	 * @param replicas the number of copies to hold in memory
	 * @return the options
	 */
	public static LoadOptions replicas(int replicas) {
		return DEFAULT.withReplicas(replicas);
	}

	/**
	 * Returns options that limit the time to wait.
	 * @param timeout how long to wait until everything is loaded
	 * @return the options
	 */
	public static LoadOptions within(Duration timeout) {
		Assert.notNull(timeout, "Timeout must not be null");
		return DEFAULT.withTimeout(timeout);
	}

	/**
	 * Returns a copy with another number of replicas.
	 * @param replicas the number of copies to hold in memory
	 * @return the copy
	 */
	public LoadOptions withReplicas(int replicas) {
		return new LoadOptions(replicas, this.fields, this.skipDynamicField, this.resourceGroups, this.timeout,
				this.progress);
	}

	/**
	 * Returns a copy that loads only some fields.
	 * @param fields the names of the fields, including the primary key and the vectors to
	 * search
	 * @return the copy
	 */
	public LoadOptions withFields(String... fields) {
		Assert.notNull(fields, "Fields must not be null");
		return new LoadOptions(this.replicas, List.of(fields), this.skipDynamicField, this.resourceGroups, this.timeout,
				this.progress);
	}

	/**
	 * Returns a copy that leaves out the dynamic fields, which are not declared.
	 * @return the copy
	 */
	public LoadOptions withoutDynamicField() {
		return new LoadOptions(this.replicas, this.fields, true, this.resourceGroups, this.timeout, this.progress);
	}

	/**
	 * Returns a copy with other resource groups.
	 * @param resourceGroups the resource groups that hold the replicas
	 * @return the copy
	 */
	public LoadOptions withResourceGroups(String... resourceGroups) {
		Assert.notNull(resourceGroups, "Resource groups must not be null");
		return new LoadOptions(this.replicas, this.fields, this.skipDynamicField, List.of(resourceGroups), this.timeout,
				this.progress);
	}

	/**
	 * Returns a copy with another time-out.
	 * @param timeout how long to wait until everything is loaded
	 * @return the copy
	 */
	public LoadOptions withTimeout(Duration timeout) {
		Assert.notNull(timeout, "Timeout must not be null");
		return new LoadOptions(this.replicas, this.fields, this.skipDynamicField, this.resourceGroups, timeout,
				this.progress);
	}

	/**
	 * Returns a copy that reports its progress.
	 * @param progress receives the load state each time the server has been asked for it
	 * @return the copy
	 */
	public LoadOptions withProgress(Consumer<LoadState> progress) {
		Assert.notNull(progress, "Progress must not be null");
		return new LoadOptions(this.replicas, this.fields, this.skipDynamicField, this.resourceGroups, this.timeout,
				progress);
	}

	LoadScope scope() {
		return new LoadScope(this.replicas, this.fields, this.skipDynamicField, this.resourceGroups);
	}

}

package io.github.milvusspring.data.wire;

import java.util.List;

import io.github.milvusspring.data.model.ConsistencyLevel;

/**
 * Where a read looks, what it returns and how fresh it must be.
 *
 * @param collection the collection
 * @param partitions the partitions, empty for all
 * @param outputFields the fields to return
 * @param consistency how fresh the data must be
 * @param guaranteeTimestamp the timestamp that must be seen, 0 for the one that the
 * consistency level stands for
 */
public record ReadScope(String collection, List<String> partitions, List<String> outputFields,
		ConsistencyLevel consistency, long guaranteeTimestamp) {

	/**
	 * Returns a copy for another timestamp.
	 * @param timestamp the new guarantee timestamp
	 * @return the copy
	 */
	public ReadScope withGuaranteeTimestamp(long timestamp) {
		return new ReadScope(this.collection, this.partitions, this.outputFields, this.consistency, timestamp);
	}

	/**
	 * Returns a copy that sees everything written before.
	 * @return the copy
	 */
	public ReadScope strong() {
		return asFreshAs(ConsistencyLevel.STRONG, 0);
	}

	/**
	 * Returns a copy that is as fresh as said.
	 * @param level how fresh the data must be
	 * @param timestamp the timestamp that this stands for
	 * @return the copy
	 */
	ReadScope asFreshAs(ConsistencyLevel level, long timestamp) {
		return new ReadScope(this.collection, this.partitions, this.outputFields, level, timestamp);
	}

}

//! The index of words: which products could have them.
//!
//! It only has to be quick and to miss nothing; each of its products is then asked itself
//! ([`Text::rank`](super::text::Text::rank)). One that it still has by its old name does no harm.

use super::tokens::Pairs;
use super::word::Word;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::index::SegmentReader;
use tantivy::query::{BooleanQuery, Query, TermQuery};
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{
    DocId, Index, IndexReader, IndexWriter, ReloadPolicy, Score, Searcher, SegmentOrdinal,
    TantivyDocument, Term,
};

const PAIRS: &str = "pairs";
const SLOT: &str = "slot";
/// What a hundred thousand products need while they are read in, in bytes.
const WRITER_BYTES: usize = 256 * 1024 * 1024;
/// What a few products need: the least that tantivy takes, in bytes.
const SMALL_WRITER_BYTES: usize = 16 * 1024 * 1024;
/// So many products are a few.
const FEW_ENTRIES_MAX: usize = 1_000;

/// Pairs of keys, and where they are, in memory. A clone goes on finding what it found when it
/// was made, whatever the other one takes in.
#[derive(Clone)]
pub(super) struct WordIndex {
    index: Index,
    reader: IndexReader,
    /// What is found until the next change.
    searcher: Searcher,
    pairs: Field,
    slot: Field,
}

/// A product to be found by its words.
pub(super) struct Entry<'a> {
    /// Where it is on the shelf.
    pub(super) slot: u32,
    /// Its keys.
    pub(super) keys: &'a str,
    /// Whether it was there before, by other words.
    pub(super) is_known: bool,
}

impl WordIndex {
    /// An empty one.
    pub(super) fn new() -> tantivy::Result<Self> {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(PAIRS)
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false);
        let pairs =
            schema.add_text_field(PAIRS, TextOptions::default().set_indexing_options(indexing));
        let slot = schema.add_u64_field(SLOT, INDEXED | FAST);
        let index = Index::create_in_ram(schema.build());
        index.tokenizers().register(PAIRS, Pairs);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { searcher: reader.searcher(), index, reader, pairs, slot })
    }

    /// Takes in products; each replaces what was at its place.
    pub(super) fn put(&mut self, entries: &[Entry<'_>]) -> tantivy::Result<()> {
        let bytes =
            if entries.len() <= FEW_ENTRIES_MAX { SMALL_WRITER_BYTES } else { WRITER_BYTES };
        // A writer is there for as long as it writes: names seldom change.
        let mut writer: IndexWriter = self.index.writer_with_num_threads(1, bytes)?;
        for entry in entries {
            let slot = u64::from(entry.slot);
            if entry.is_known {
                writer.delete_term(Term::from_field_u64(self.slot, slot));
            }
            let mut document = TantivyDocument::new();
            document.add_text(self.pairs, entry.keys);
            document.add_u64(self.slot, slot);
            writer.add_document(document)?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        self.reader.reload()?;
        self.searcher = self.reader.searcher();
        Ok(())
    }

    /// The places of all products that could have all the words, and perhaps of others.
    pub(super) fn candidates(&self, words: &[Word], forgive: bool) -> tantivy::Result<Vec<u32>> {
        let all = words.iter().map(|word| self.query(word, forgive)).collect();
        self.searcher.search(&BooleanQuery::intersection(all), &Slots)
    }

    fn query(&self, word: &Word, forgive: bool) -> Box<dyn Query> {
        let of = |pair: &String| -> Box<dyn Query> {
            let term = Term::from_field_text(self.pairs, pair);
            Box::new(TermQuery::new(term, IndexRecordOption::Basic))
        };
        if forgive && word.typos_max() > 0 {
            let (pairs, at_least) = word.pairs_in_common();
            let pairs = pairs.iter().map(of).collect();
            return Box::new(BooleanQuery::union_with_minimum_required_clauses(pairs, at_least));
        }
        Box::new(BooleanQuery::intersection(word.pairs().iter().map(of).collect()))
    }
}

/// Collects the places of what is found.
struct Slots;

struct SegmentSlots {
    slot: Column<u64>,
    found: Vec<u32>,
}

impl Collector for Slots {
    type Fruit = Vec<u32>;
    type Child = SegmentSlots;

    fn for_segment(
        &self,
        _: SegmentOrdinal,
        reader: &SegmentReader,
    ) -> tantivy::Result<Self::Child> {
        Ok(SegmentSlots { slot: reader.fast_fields().u64(SLOT)?, found: vec![] })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<Vec<u32>>) -> tantivy::Result<Vec<u32>> {
        Ok(segments.concat())
    }
}

impl SegmentCollector for SegmentSlots {
    type Fruit = Vec<u32>;

    fn collect(&mut self, document: DocId, _: Score) {
        let slot = self.slot.first(document).and_then(|slot| u32::try_from(slot).ok());
        self.found.extend(slot);
    }

    fn harvest(self) -> Vec<u32> {
        self.found
    }
}

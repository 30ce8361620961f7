"""Which terms count."""

from analysis.theme.dictionary import read_entries
from analysis.theme.gathering import gather_vocabulary
from analysis.theme.settings import Settings, Words
from analysis.theme.terms import count_terms
from analysis.theme.tokens import Cutter
from analysis.theme.vocabulary import digest_words, is_subject, read_words, select_terms

CUTTER = Cutter()
TEXT = "职工已经参加培训。记者走进北京的工厂，职工正在参加竞赛。"
ONCE = Settings(min_count=1)


def select(text=TEXT, words=None, spoken=(), settings=ONCE):
    vocabulary = gather_vocabulary([count_terms([text], CUTTER, length=160)])
    chosen, tags = select_terms(vocabulary, words or Words(), settings, spoken=frozenset(spoken))
    assert len(tags) == len(chosen)
    return chosen


def test_function_words_persons_and_places_do_not_count():
    assert not {"已经", "正在", "北京"} & set(select())


def test_subjects_count():
    assert {"职工", "培训", "工厂", "竞赛"} <= set(select())


def test_listed_words_do_not_count():
    assert "记者" in select()
    assert "记者" not in select(words=Words(press=("记者",)))
    assert "工厂" not in select(words=Words(stop=("工厂",)))


def test_a_word_that_a_theme_names_always_counts():
    assert {"记者", "北京"} <= set(select(words=Words(press=("记者",)), spoken=("记者", "北京")))


def test_a_term_that_does_not_come_back_does_not_count_where_enough_do():
    many = "".join(f"{word}很好。" for word in read_words().user[:40])
    counts = count_terms([many, many, "孤证"], Cutter(read_words().user), length=20)
    vocabulary = gather_vocabulary([counts])
    chosen, _ = select_terms(vocabulary, Words(), Settings(), spoken=frozenset())
    assert "孤证" not in chosen
    assert len(chosen) >= 40


def test_terms_are_bounded_and_the_commonest_stay():
    assert select(settings=Settings(min_count=1, max_terms=1), text="职工。工厂。" * 40) == (
        "工厂",
    )


def test_the_digest_changes_with_any_word():
    words = read_words()
    digests = {digest_words(words, []), digest_words(words, ["养老"]), digest_words(Words(), [])}
    assert len(digests) == 3


def test_the_lists_have_no_word_twice_and_no_single_characters():
    words = read_words()
    for group in (words.stop, words.press, words.user):
        assert len(set(group)) == len(group)
        assert all(len(word) > 1 for word in group)


def test_user_words_that_the_dictionary_has_are_those_it_takes_for_no_subjects():
    entries = read_entries(set(read_words().user))
    assert not [word for word in entries if is_subject(word, entries)]


def test_a_word_of_the_user_counts_whatever_the_dictionary_takes_it_for():
    text = "青年参加立法讨论。"
    assert not {"青年", "立法"} & set(select(text=text))
    assert {"青年", "立法"} <= set(select(text=text, words=Words(user=("青年", "立法"))))


def test_a_listed_word_does_not_count_though_the_user_has_it():
    assert "青年" not in select(text="青年。", words=Words(stop=("青年",), user=("青年",)))


def test_unknown_names_do_not_count_and_words_that_begin_like_names_do():
    text = "总统塞西表示欢迎。外长郑小丹会见记者。塞西出席。郑小丹出席。方舱很大，养老要高质量。"
    found = set(select(text=text, spoken=("养老",)))
    assert {"高质量", "养老", "方舱"} <= found
    assert not {"塞西", "郑小丹"} & found


def test_cutting_waste_does_not_count():
    assert not {"日称", "乌称"} & set(select(text="俄国防部5日称击落。乌称击落。"))

import type { PracticeContent } from '../../practice.ts';
import { aBodyAnswers } from './a-body-answers.ts';
import { aKindLimit } from './a-kind-limit.ts';
import { aKindVoice } from './a-kind-voice.ts';
import { aLetter } from './a-letter.ts';
import { aMomentPlease } from './a-moment-please.ts';
import { aSayingOfYourOwn } from './a-saying-of-your-own.ts';
import { aTalkToMend } from './a-talk-to-mend.ts';
import { afterAStorm } from './after-a-storm.ts';
import { askedAndTrue } from './asked-and-true.ts';
import { beforeMending } from './before-mending.ts';
import { beforeWeTalk } from './before-we-talk.ts';
import { behindALine } from './behind-a-line.ts';
import { bigFeelings } from './big-feelings.ts';
import { comfortRings } from './comfort-rings.ts';
import { dailyCheckIn } from './daily-check-in.ts';
import { decidingTogether } from './deciding-together.ts';
import { didIGetIt } from './did-i-get-it.ts';
import { doesItStillStand } from './does-it-still-stand.ts';
import { feetSeatHands } from './feet-seat-hands.ts';
import { firstWords } from './first-words.ts';
import { halfAMinute } from './half-a-minute.ts';
import { howEasyIsANo } from './how-easy-is-a-no.ts';
import { howItIsForMe } from './how-it-is-for-me.ts';
import { imaginedAndReal } from './imagined-and-real.ts';
import { imaginingOrDoing } from './imagining-or-doing.ts';
import { itMakesSense } from './it-makes-sense.ts';
import { listeningBothWays } from './listening-both-ways.ts';
import { manyKindsOfNormal } from './many-kinds-of-normal.ts';
import { mineToMend } from './mine-to-mend.ts';
import { moreHelp } from './more-help.ts';
import { moreKindly } from './more-kindly.ts';
import { myCompass } from './my-compass.ts';
import { nameItFindIt } from './name-it-find-it.ts';
import { needsAndFears } from './needs-and-fears.ts';
import { nextTime } from './next-time.ts';
import { notKnowingYet } from './not-knowing-yet.ts';
import { oldAlarm } from './old-alarm.ts';
import { oldScript } from './old-script.ts';
import { oneSlowQuestion } from './one-slow-question.ts';
import { readingItAgain } from './reading-it-again.ts';
import { reframe } from './reframe.ts';
import { rootsOfALine } from './roots-of-a-line.ts';
import { saferTogether } from './safer-together.ts';
import { saidAloud } from './said-aloud.ts';
import { saidBack } from './said-back.ts';
import { sayingsAboutBodies } from './sayings-about-bodies.ts';
import { sayingsAboutCloseness } from './sayings-about-closeness.ts';
import { sayingsAboutWanting } from './sayings-about-wanting.ts';
import { seasons } from './seasons.ts';
import { shades } from './shades.ts';
import { sixSlowBreaths } from './six-slow-breaths.ts';
import { slowTalk } from './slow-talk.ts';
import { smallWins } from './small-wins.ts';
import { softenSootheAllow } from './soften-soothe-allow.ts';
import { somaticGrounding } from './somatic-grounding.ts';
import { sorryToMyself } from './sorry-to-myself.ts';
import { tenKindSeconds } from './ten-kind-seconds.ts';
import { theVoiceInside } from './the-voice-inside.ts';
import { thenOrNow } from './then-or-now.ts';
import { threeSystems } from './three-systems.ts';
import { timeOut } from './time-out.ts';
import { toldAgain } from './told-again.ts';
import { turnByTurn } from './turn-by-turn.ts';
import { twoLists } from './two-lists.ts';
import { twoPulls } from './two-pulls.ts';
import { wantOrHaveTo } from './want-or-have-to.ts';
import { watchTheWave } from './watch-the-wave.ts';
import { whatDidItNeed } from './what-did-it-need.ts';
import { whatIHeard } from './what-i-heard.ts';
import { whatSettles } from './what-settles.ts';
import { whenItIsNotSafe } from './when-it-is-not-safe.ts';
import { whenWarmthGoesQuiet } from './when-warmth-goes-quiet.ts';
import { whereItBegan } from './where-it-began.ts';
import { whereItSpeaks } from './where-it-speaks.ts';
import { worthAndDoing } from './worth-and-doing.ts';
import { worthFromManyPlaces } from './worth-from-many-places.ts';
import { yesAndNo } from './yes-and-no.ts';
import { yesUnsureNo } from './yes-unsure-no.ts';

/** In the order of their ids. */
export const englishPractices: PracticeContent = {
  language: 'en',
  practices: [
    aBodyAnswers,
    aKindLimit,
    aKindVoice,
    aLetter,
    aMomentPlease,
    aSayingOfYourOwn,
    aTalkToMend,
    afterAStorm,
    askedAndTrue,
    beforeMending,
    beforeWeTalk,
    behindALine,
    bigFeelings,
    comfortRings,
    dailyCheckIn,
    decidingTogether,
    didIGetIt,
    doesItStillStand,
    feetSeatHands,
    firstWords,
    halfAMinute,
    howEasyIsANo,
    howItIsForMe,
    imaginedAndReal,
    imaginingOrDoing,
    itMakesSense,
    listeningBothWays,
    manyKindsOfNormal,
    mineToMend,
    moreHelp,
    moreKindly,
    myCompass,
    nameItFindIt,
    needsAndFears,
    nextTime,
    notKnowingYet,
    oldAlarm,
    oldScript,
    oneSlowQuestion,
    readingItAgain,
    reframe,
    rootsOfALine,
    saferTogether,
    saidAloud,
    saidBack,
    sayingsAboutBodies,
    sayingsAboutCloseness,
    sayingsAboutWanting,
    seasons,
    shades,
    sixSlowBreaths,
    slowTalk,
    smallWins,
    softenSootheAllow,
    somaticGrounding,
    sorryToMyself,
    tenKindSeconds,
    theVoiceInside,
    thenOrNow,
    threeSystems,
    timeOut,
    toldAgain,
    turnByTurn,
    twoLists,
    twoPulls,
    wantOrHaveTo,
    watchTheWave,
    whatDidItNeed,
    whatIHeard,
    whatSettles,
    whenItIsNotSafe,
    whenWarmthGoesQuiet,
    whereItBegan,
    whereItSpeaks,
    worthAndDoing,
    worthFromManyPlaces,
    yesAndNo,
    yesUnsureNo,
  ],
};
